package io.eventsec.core.intel.feed.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.SkipReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a small piece of JSON into maps, lists, texts, numbers and booleans. */
final class JsonTree {
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

  private JsonTree() {}

  /**
   * Reads an object.
   *
   * @throws SkippedException if it is none, or no JSON
   */
  static JsonMap object(byte[] json) throws SkippedException {
    // Not from the bytes, whose encoding the parser would guess.
    try (JsonParser parser = FACTORY.createParser(text(json))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new SkippedException(
            SkipReason.MALFORMED, "A value stands where an object {...} is wanted");
      }
      JsonMap map = new JsonMap(map(parser));
      if (parser.nextToken() != null) {
        throw new SkippedException(SkipReason.MALFORMED, "Something stands behind the object");
      }
      return map;
    } catch (JsonProcessingException e) {
      throw new SkippedException(
          SkipReason.MALFORMED,
          "No JSON: " + ShownText.of(e.getOriginalMessage()) + "; mend it or leave it out");
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  private static String text(byte[] json) throws SkippedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new SkippedException(
          SkipReason.MALFORMED, "The object is not UTF-8, as JSON must be; mend it");
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
