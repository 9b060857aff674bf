package org.spoolscope.postfix.filter;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.postfix.filter.Token.Kind;

/// Builds a filter's tree by recursive descent.
///
/// @param <S> what the filter looks at
final class FilterParser<S> {
    private static final int NESTING_CAP = 64;

    private final Vocabulary<S> vocabulary;
    private final List<Token> tokens;
    private int at;
    private int depth;

    FilterParser(String text, Vocabulary<S> vocabulary) throws FilterSyntaxException {
        this.vocabulary = vocabulary;
        tokens = Lexer.tokens(text);
    }

    Condition<S> parse() throws FilterSyntaxException {
        Condition<S> all = alternatives();
        if (peek().kind() == Kind.CLOSE) {
            throw new FilterSyntaxException(peek().column(), "close-alone");
        }
        return all;
    }

    private Condition<S> alternatives() throws FilterSyntaxException {
        List<Condition<S>> terms = new ArrayList<>(List.of(conjunction()));
        while (peek().kind() == Kind.OR) {
            at++;
            terms.add(conjunction());
        }
        return terms.size() == 1 ? terms.getFirst() : new Condition.Or<>(terms);
    }

    private Condition<S> conjunction() throws FilterSyntaxException {
        List<Condition<S>> terms = new ArrayList<>(List.of(term()));
        while (true) {
            switch (peek().kind()) {
                case OR, CLOSE, END -> {
                    return terms.size() == 1 ? terms.getFirst() : new Condition.And<>(terms);
                }
                case AND -> {
                    at++;
                    terms.add(term());
                }
                case OPEN, NOT, KEY, WORD -> terms.add(term());
            }
        }
    }

    private Condition<S> term() throws FilterSyntaxException {
        Token token = tokens.get(at);
        if (depth >= NESTING_CAP) {
            throw new FilterSyntaxException(token.column(), "too-deep");
        }
        depth++;
        Condition<S> condition =
                switch (token.kind()) {
                    case NOT -> {
                        at++;
                        yield new Condition.Not<>(term());
                    }
                    case OPEN -> parenthesis(token);
                    case KEY -> {
                        at += 2;
                        yield vocabulary.keyed(token, tokens.get(at - 1));
                    }
                    case WORD -> {
                        at++;
                        yield vocabulary.anywhere(new Glob(token.text(), false));
                    }
                    case CLOSE, OR, AND, END ->
                            throw new FilterSyntaxException(token.column(), "term-missing");
                };
        depth--;
        return condition;
    }

    private Condition<S> parenthesis(Token open) throws FilterSyntaxException {
        at++;
        Condition<S> inner = alternatives();
        if (peek().kind() != Kind.CLOSE) {
            throw new FilterSyntaxException(open.column(), "open-alone");
        }
        at++;
        return inner;
    }

    private Token peek() {
        return tokens.get(at);
    }
}
