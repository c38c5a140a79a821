package io.eventsec.core.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that fits into memory into maps, lists, texts and booleans. Numbers are texts, as they
 * are written; nulls are left out.
 */
public final class PlainJsonReader {
  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private PlainJsonReader() {}

  /**
   * Reads one object.
   *
   * @return empty if the text is another value, or has something behind the object
   * @throws java.nio.charset.CharacterCodingException if the bytes are not UTF-8
   * @throws com.fasterxml.jackson.core.JsonProcessingException if they are no JSON, or nested more
   *     than 64 deep
   */
  public static Optional<Map<String, Object>> object(byte[] json) throws IOException {
    // Not from the bytes, whose encoding the parser would guess.
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, Object> map = map(parser);
      return parser.nextToken() == null ? Optional.of(map) : Optional.empty();
    }
  }

  /**
   * Reads objects one after the other, and those of one list within an object by themselves: a
   * document of any size takes the memory of its largest element.
   *
   * @param json UTF-8; it is closed
   * @param listName the field whose objects are handed out instead of the object that has it
   * @param sink gets each object; of one with that list, what stands before the list comes first,
   *     if there is anything
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is no JSON, or nested more
   *     than 64 deep
   */
  public static void objects(InputStream json, String listName, Sink sink) throws IOException {
    try (JsonParser parser =
        FACTORY.createParser(new InputStreamReader(json, StandardCharsets.UTF_8))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          outer(parser, listName, sink);
        }
      }
    }
  }

  /** Takes objects. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one. */
    void accept(Map<String, Object> object) throws IOException;
  }

  private static void outer(JsonParser parser, String listName, Sink sink) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && name.equals(listName)) {
        if (!map.isEmpty()) {
          sink.accept(map);
          map = new LinkedHashMap<>();
        }
        elements(parser, sink);
      } else {
        Object value = value(parser);
        if (value != null) {
          map.put(name, value);
        }
      }
    }
    if (!map.isEmpty()) {
      sink.accept(map);
    }
  }

  private static void elements(JsonParser parser, Sink sink) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value instanceof Map<?, ?>) {
        @SuppressWarnings("unchecked")
        Map<String, Object> element = (Map<String, Object>) value;
        sink.accept(element);
      }
    }
  }

  /** No deeper than the factory's constraint. */
  private static Map<String, Object> map(JsonParser parser) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        map.put(name, value);
      }
    }
    return map;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }
}
