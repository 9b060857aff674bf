package org.spoolscope.model;

import java.util.ArrayList;
import java.util.List;

/// Numbers texts that many rows share, from 0 in the order in which they come. Belongs to one
/// thread.
public final class TextNumbers {
    private static final int SMALLEST = 1 << 8;

    private final List<String> texts = new ArrayList<>();

    /// A text's number and one, 0 where there is none; at most half of the places are taken.
    private int[] places = new int[SMALLEST];

    /// The number of a text.
    public int of(String text) {
        int place = place(text);
        int number = places[place] - 1;
        if (number >= 0) {
            return number;
        }
        texts.add(text);
        places[place] = texts.size();
        if (texts.size() > places.length / 2) {
            grow();
        }
        return texts.size() - 1;
    }

    /// How many there are.
    public int count() {
        return texts.size();
    }

    public String text(int number) {
        return texts.get(number);
    }

    private void grow() {
        places = new int[places.length * 2];
        for (int i = 0; i < texts.size(); i++) {
            places[place(texts.get(i))] = i + 1;
        }
    }

    private int place(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 15) & places.length - 1;
        while (places[place] != 0 && !texts.get(places[place] - 1).equals(text)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }
}
