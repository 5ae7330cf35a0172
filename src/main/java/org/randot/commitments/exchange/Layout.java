package org.randot.commitments.exchange;

import org.apache.poi.ss.util.CellReference;

/** Where things stand. The first row and the first column of a sheet to fill are hidden: they name what stands in a column or row. */
final class Layout {
    static final String FORM = "randot:form";
    static final String TABLE = "randot:table:";
    /** A row of the form that asks nothing. */
    static final String NOTHING = "-";

    static final int KEYS = 0;

    static final int LABEL = 1;
    static final int VALUE = 2;
    static final int UNIT = 3;
    static final int NO_DATA = 4;
    static final int EXPLANATION = 5;
    static final int HELP = 6;

    static final int TABLE_TITLE = 1;
    static final int TABLE_HELP = 2;
    static final int TABLE_HEADS = 3;
    static final int TABLE_UNITS = 4;
    static final int TABLE_ROWS = 5;
    static final int TABLE_COLUMNS = 1;

    private Layout() {}

    static String cell(String sheet, int row, int column) {
        return sheet + "!" + new CellReference(row, column).formatAsString();
    }
}
