package org.randot.commitments.shared;

/** Which page is asked for: {@code number} from 0, {@code size} from 1 to 200. */
public record Paging(int number, int size) {
    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;

    public Paging {
        number = Math.max(0, number);
        size = Math.min(Math.max(1, size), LARGEST_SIZE);
    }

    public static Paging first() {
        return new Paging(0, DEFAULT_SIZE);
    }

    public long offset() {
        return (long) number * size;
    }
}
