package org.spoolscope.postfix.filter;

import java.util.Arrays;
import org.spoolscope.model.TextNumbers;
import org.spoolscope.postfix.filter.Subject.TextTest;

/// What a test said of the texts it was asked about.
final class Verdicts {
    private static final byte PASSED = 1;
    private static final byte FAILED = 2;

    private final TextTest test;
    private final TextNumbers numbers = new TextNumbers();
    private byte[] verdicts = new byte[64];

    Verdicts(TextTest test) {
        this.test = test;
    }

    boolean isOf(TextTest other) {
        return test.equals(other);
    }

    /// Whether the text passes.
    boolean passes(String text) {
        int number = numbers.of(text);
        if (number == verdicts.length) {
            verdicts = Arrays.copyOf(verdicts, number * 2);
        }
        if (verdicts[number] == 0) {
            verdicts[number] = test.passes(text) ? PASSED : FAILED;
        }
        return verdicts[number] == PASSED;
    }
}
