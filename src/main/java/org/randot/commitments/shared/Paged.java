package org.randot.commitments.shared;

import java.util.List;
import java.util.function.Function;

/** One page of a list: its items and where it stands in the whole, shaped as the REST contract answers it. */
public record Paged<T>(List<T> items, Page page) {
    /** Position of the page: {@code number} from 0. */
    public record Page(int number, int size, long totalItems, long totalPages) {}

    public static <T> Paged<T> of(List<T> items, Paging paging, long totalItems) {
        long pages = (totalItems + paging.size() - 1) / paging.size();
        return new Paged<>(List.copyOf(items), new Page(paging.number(), paging.size(), totalItems, pages));
    }

    public <R> Paged<R> map(Function<T, R> change) {
        return new Paged<>(items.stream().map(change).toList(), page);
    }
}
