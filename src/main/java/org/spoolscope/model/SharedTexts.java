package org.spoolscope.model;

import java.util.Arrays;

/// Numbers the senders and reasons of rows, from 0 in the order in which they come; equal texts of
/// several tables have the same number. Hardly costs more than reading a row. Belongs to one
/// thread.
public final class SharedTexts {
    private static final int NONE = -1;

    private final TextNumbers texts = new TextNumbers();

    /// Of each table the numbers, by the codes of the table.
    private int[][] numbers = {};

    /// The number of the row's sender.
    public int sender(QueueCursor row) {
        int code = row.senderCode();
        int number = known(row.table(), code);
        return number == NONE ? add(row.table(), code, row.sender()) : number;
    }

    /// The number of a recipient's reason, or -1 where none is on file.
    public int reason(QueueCursor row, int recipient) {
        int code = row.reasonCode(recipient);
        if (code == TextCodes.NONE) {
            return NONE;
        }
        int number = known(row.table(), code);
        if (number != NONE) {
            return number;
        }
        String reason = row.reason(recipient);
        return reason == null ? NONE : add(row.table(), code, reason);
    }

    /// The number of a text that no row need have.
    public int of(String text) {
        return texts.of(text);
    }

    /// How many there are.
    public int count() {
        return texts.count();
    }

    public String text(int number) {
        return texts.text(number);
    }

    private int known(int table, int code) {
        return table < numbers.length && code < numbers[table].length ? numbers[table][code] : NONE;
    }

    private int add(int table, int code, String text) {
        if (table >= numbers.length) {
            int before = numbers.length;
            numbers = Arrays.copyOf(numbers, table + 1);
            Arrays.fill(numbers, before, numbers.length, new int[0]);
        }
        int before = numbers[table].length;
        if (code >= before) {
            numbers[table] = Arrays.copyOf(numbers[table], Math.max(code + 1, before * 2));
            Arrays.fill(numbers[table], before, numbers[table].length, NONE);
        }
        int number = texts.of(text);
        numbers[table][code] = number;
        return number;
    }
}
