package org.randot.commitments.engine.feel;

import java.util.Set;

/** The plain functions of FEEL that an expression may call, and what they do to lists. None reads the clock, none defines another. */
final class Functions {
    /** Those that compare every element with every other. */
    private static final Set<String> SQUARED =
            Set.of("distinct values", "duplicate values", "union", "remove", "index of");
    /** Those that give a list. */
    private static final Set<String> LISTS = Set.of(
            "append",
            "concatenate",
            "insert before",
            "reverse",
            "flatten",
            "sublist",
            "split",
            "mode",
            "get value",
            "get or else");
    /** Those that take a regular expression. */
    private static final Set<String> PATTERNS = Set.of("matches", "split", "replace");

    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "get or else",
            "substring",
            "string length",
            "upper case",
            "lower case",
            "substring before",
            "substring after",
            "starts with",
            "ends with",
            "contains",
            "trim",
            "string join",
            "is empty",
            "is blank",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "product",
            "mean",
            "median",
            "stddev",
            "mode",
            "all",
            "any",
            "and",
            "or",
            "sublist",
            "append",
            "concatenate",
            "insert before",
            "reverse",
            "flatten",
            "decimal",
            "floor",
            "ceiling",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "abs",
            "modulo",
            "sqrt",
            "odd",
            "even",
            "date",
            "number",
            "string",
            "duration",
            "years and months duration",
            "day of year",
            "day of week",
            "month of year",
            "week of year",
            "last day of month",
            "before",
            "after",
            "meets",
            "met by",
            "overlaps",
            "includes",
            "during",
            "starts",
            "finishes",
            "get value");

    private Functions() {}

    static boolean mayBeCalled(String name) {
        return FUNCTIONS.contains(name) || SQUARED.contains(name) || PATTERNS.contains(name);
    }

    static boolean takesPattern(String name) {
        return PATTERNS.contains(name);
    }

    static boolean isSquared(String name) {
        return SQUARED.contains(name);
    }

    static boolean givesList(String name) {
        return SQUARED.contains(name) || LISTS.contains(name);
    }
}
