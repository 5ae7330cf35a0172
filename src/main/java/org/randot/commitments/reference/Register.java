package org.randot.commitments.reference;

import java.util.List;

/** One of the registers that a state keeps. */
public final class Register<D extends Described> {
    public static final Register<Agency> AGENCIES = new Register<>("agencies", "agency", Agency.class);
    public static final Register<Law> LAWS = new Register<>("laws", "law", Law.class);

    private final String path;
    private final String table;
    private final Class<D> type;

    private Register(String path, String table, Class<D> type) {
        this.path = path;
        this.table = table;
        this.type = type;
    }

    /** In addresses: {@code agencies} or {@code laws}. */
    public String path() {
        return path;
    }

    String table() {
        return table;
    }

    Class<D> type() {
        return type;
    }

    static List<Register<? extends Described>> all() {
        return List.of(AGENCIES, LAWS);
    }
}
