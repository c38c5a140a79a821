package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON of this module's columns. Written as ASCII with escapes, so that any string survives a
 * {@code json} column exactly, U+0000 and half surrogate pairs included.
 */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          // Only what this module wrote is read: as long as it was when it came in.
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private Json() {}

  static String write(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail", e);
    }
    return text.toString();
  }

  /** Reads an array; the parser stands on the first token of each item. */
  static <T> List<T> readArray(String column, String text, Reading<T> item) {
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      return readArray(json, item);
    } catch (IOException e) {
      throw notOurs(column, e);
    }
  }

  static <T> T read(String column, String text, Reading<T> reading) {
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      return reading.from(json);
    } catch (IOException e) {
      throw notOurs(column, e);
    }
  }

  static <T> List<T> readArray(JsonParser json, Reading<T> item) throws IOException {
    List<T> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.from(json));
    }
    return items;
  }

  /** Reads an array of strings; the parser stands on its start. */
  static List<String> readStrings(JsonParser json) throws IOException {
    return readArray(json, JsonParser::getText);
  }

  static void writeStrings(JsonGenerator json, List<String> values) throws IOException {
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static IllegalStateException notOurs(String column, IOException e) {
    return new IllegalStateException(
        "What is in the column " + column + " was not written by this program", e);
  }

  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  @FunctionalInterface
  interface Reading<T> {
    T from(JsonParser json) throws IOException;
  }
}
