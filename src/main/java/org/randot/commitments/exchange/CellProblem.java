package org.randot.commitments.exchange;

/**
 * What is wrong in one cell.
 *
 * @param cell {@code Form!C7}; the sheet alone where it is about the whole of it
 * @param field JSON pointer into the values, empty where there is none
 * @param message in the reader's language
 */
public record CellProblem(String cell, String field, String code, String message, String severity) {
    static CellProblem of(String cell, String code, String message) {
        return new CellProblem(cell, "", code, message, "ERROR");
    }
}
