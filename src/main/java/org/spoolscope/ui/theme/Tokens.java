package org.spoolscope.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colours of one appearance, read from its token file: CSS rules and drawn charts share one
/// source. Immutable, for any thread.
public final class Tokens {
    private static final Pattern DECLARATION =
            Pattern.compile("(-ss-[a-z-]+):\\s*#([0-9a-fA-F]{6});");

    private final Appearance appearance;
    private final int[] rgb;

    private Tokens(Appearance appearance, int[] rgb) {
        this.appearance = appearance;
        this.rgb = rgb;
    }

    /// Reads the tokens of `appearance`.
    ///
    /// @throws IllegalStateException if the token file lacks a token: a bug
    public static Tokens of(Appearance appearance) {
        return new Tokens(appearance, parse(read(appearance.tokensFile())));
    }

    public Appearance appearance() {
        return appearance;
    }

    /// The colour as `0xRRGGBB`.
    public int rgb(Token token) {
        return rgb[token.ordinal()];
    }

    static int[] parse(String css) {
        int[] rgb = new int[Token.values().length];
        Arrays.fill(rgb, -1);
        Matcher declarations = DECLARATION.matcher(css);
        while (declarations.find()) {
            for (Token token : Token.values()) {
                if (token.property().equals(declarations.group(1))) {
                    rgb[token.ordinal()] = Integer.parseInt(declarations.group(2), 16);
                }
            }
        }
        for (Token token : Token.values()) {
            if (rgb[token.ordinal()] < 0) {
                throw new IllegalStateException(token.property() + " is in no token file");
            }
        }
        return rgb;
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Tokens.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
