package org.spoolscope.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON Lines as maps, lists, strings, numbers and booleans; what is no JSON fails.
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// The objects of those lines that begin as one: messages to people stand between them.
    static List<Map<String, Object>> objects(String lines) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            if (line.startsWith("{")) {
                objects.add(object(line));
            }
        }
        return objects;
    }

    private static Map<String, Object> object(String line) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            Map<String, Object> members = members(parser);
            JsonToken more = parser.nextToken();
            if (more != null) {
                throw new AssertionError("more than one object: " + line);
            }
            return members;
        }
    }

    private static Map<String, Object> members(JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object before = members.put(name, value(parser));
            if (before != null) {
                throw new AssertionError("twice: " + name);
            }
        }
        return members;
    }

    private static Object value(JsonParser parser) {
        @Nullable JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield values;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case null, default -> throw new AssertionError("no value: " + token);
        };
    }
}
