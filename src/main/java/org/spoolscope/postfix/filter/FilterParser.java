package org.spoolscope.postfix.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spoolscope.model.QueueName;
import org.spoolscope.postfix.filter.Token.Kind;

/// Builds a filter's tree by recursive descent.
final class FilterParser {
    private static final int NESTING_CAP = 64;

    private final List<Token> tokens;
    private int at;
    private int depth;

    FilterParser(String text) throws FilterSyntaxException {
        tokens = Lexer.tokens(text);
    }

    Condition parse() throws FilterSyntaxException {
        Condition all = alternatives();
        if (peek().kind() == Kind.CLOSE) {
            throw new FilterSyntaxException(peek().column(), "close-alone");
        }
        return all;
    }

    private Condition alternatives() throws FilterSyntaxException {
        List<Condition> terms = new ArrayList<>(List.of(conjunction()));
        while (peek().kind() == Kind.OR) {
            at++;
            terms.add(conjunction());
        }
        return terms.size() == 1 ? terms.getFirst() : new Condition.Or(terms);
    }

    private Condition conjunction() throws FilterSyntaxException {
        List<Condition> terms = new ArrayList<>(List.of(term()));
        while (true) {
            switch (peek().kind()) {
                case OR, CLOSE, END -> {
                    return terms.size() == 1 ? terms.getFirst() : new Condition.And(terms);
                }
                case AND -> {
                    at++;
                    terms.add(term());
                }
                case OPEN, NOT, KEY, WORD -> terms.add(term());
            }
        }
    }

    private Condition term() throws FilterSyntaxException {
        Token token = tokens.get(at);
        if (depth >= NESTING_CAP) {
            throw new FilterSyntaxException(token.column(), "too-deep");
        }
        depth++;
        Condition condition =
                switch (token.kind()) {
                    case NOT -> {
                        at++;
                        yield new Condition.Not(term());
                    }
                    case OPEN -> parenthesis(token);
                    case KEY -> {
                        at += 2;
                        yield keyed(token, tokens.get(at - 1));
                    }
                    case WORD -> {
                        at++;
                        yield new Condition.Anywhere(new Glob(token.text(), false));
                    }
                    case CLOSE, OR, AND, END ->
                            throw new FilterSyntaxException(token.column(), "term-missing");
                };
        depth--;
        return condition;
    }

    private Condition parenthesis(Token open) throws FilterSyntaxException {
        at++;
        Condition inner = alternatives();
        if (peek().kind() != Kind.CLOSE) {
            throw new FilterSyntaxException(open.column(), "open-alone");
        }
        at++;
        return inner;
    }

    private static Condition keyed(Token name, Token value) throws FilterSyntaxException {
        Key key =
                Key.of(name.text())
                        .orElseThrow(() ->
                                new FilterSyntaxException(
                                        name.column(),
                                        "key-unknown",
                                        name.text(),
                                        keys(),
                                        name.text() + name.sign()));
        boolean equals = name.sign().equals(":") || name.sign().equals("=");
        return switch (key.kind()) {
            case FROM_LOG ->
                    throw new FilterSyntaxException(name.column(), "key-from-log", key.word());
            case MEASURE -> Measure.condition(key, name.sign(), value);
            case WHOLE, PART, TEXT -> {
                if (!equals) {
                    throw new FilterSyntaxException(
                            name.column() + name.text().length(), "not-compared", key.word());
                }
                yield text(key, value);
            }
        };
    }

    private static Condition text(Key key, Token value) throws FilterSyntaxException {
        String pattern = value.text();
        boolean wildcards =
                pattern.indexOf(Glob.ANY_TEXT) >= 0 || pattern.indexOf(Glob.ANY_ONE) >= 0;
        if (key == Key.QUEUE
                && !wildcards
                && QueueName.parse(pattern.toLowerCase(Locale.ROOT)).isEmpty()) {
            throw new FilterSyntaxException(value.column(), "queue-unknown", pattern, queues());
        }
        if (key == Key.FROM && (pattern.equals("<>") || pattern.isEmpty())) {
            return new Condition.Text(key, new Glob("", true));
        }
        boolean whole =
                switch (key.kind()) {
                    case WHOLE -> true;
                    case PART -> wildcards;
                    case TEXT, MEASURE, FROM_LOG -> false;
                };
        return new Condition.Text(key, new Glob(pattern, whole));
    }

    private static String keys() {
        return Key.completions().stream()
                .map(Key.Completion::key)
                .collect(Collectors.joining(", "));
    }

    private static String queues() {
        return Arrays.stream(QueueName.values())
                .filter(queue -> queue != QueueName.CORRUPT)
                .map(QueueName::label)
                .collect(Collectors.joining(", "));
    }

    private Token peek() {
        return tokens.get(at);
    }
}
