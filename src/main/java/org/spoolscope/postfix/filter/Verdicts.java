package org.spoolscope.postfix.filter;

import java.util.Arrays;
import org.spoolscope.model.SharedTexts;
import org.spoolscope.postfix.filter.Subject.TextTest;

/// What a test said of the texts it was asked about.
final class Verdicts {
    private static final byte PASSED = 1;
    private static final byte FAILED = 2;

    private final TextTest test;
    private final SharedTexts texts;
    private byte[] verdicts = new byte[64];

    /// @param texts what they are numbered by
    Verdicts(TextTest test, SharedTexts texts) {
        this.test = test;
        this.texts = texts;
    }

    boolean isOf(TextTest other) {
        return test.equals(other);
    }

    /// Whether the text with that number passes.
    boolean passes(int number) {
        if (number >= verdicts.length) {
            verdicts = Arrays.copyOf(verdicts, Math.max(number + 1, verdicts.length * 2));
        }
        if (verdicts[number] == 0) {
            verdicts[number] = test.passes(texts.text(number)) ? PASSED : FAILED;
        }
        return verdicts[number] == PASSED;
    }
}
