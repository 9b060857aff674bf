package org.spoolscope.postfix.filter;

/// How a number is compared with a bound.
enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    SAME("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /// The one that is written like this; `:` is as good as `=`.
    static Comparison of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        return SAME;
    }

    /// @param unit what [#SAME] cuts both sides down to whole ones of
    boolean holds(long value, long bound, long unit) {
        return switch (this) {
            case LESS -> value < bound;
            case AT_MOST -> value <= bound;
            case MORE -> value > bound;
            case AT_LEAST -> value >= bound;
            case SAME -> Math.floorDiv(value, unit) == Math.floorDiv(bound, unit);
        };
    }
}
