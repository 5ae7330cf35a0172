package org.randot.commitments.packages.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A due expression to be said in words.
 *
 * @param key message key
 * @param days what it inserts
 */
record DueWords(String key, int days) {
    private static final Pattern EXPRESSION = Pattern.compile("([ANMCSPY])([+-])P([0-9]+)D");

    /** @throws IllegalArgumentException for what the contract refuses */
    static DueWords of(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(expression);
        }
        int days = Integer.parseInt(matcher.group(3));
        String side = days == 0 ? "on" : matcher.group(2).equals("-") ? "before" : "after";
        return new DueWords("packages.due." + matcher.group(1) + "." + side, days);
    }
}
