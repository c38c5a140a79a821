package io.eventsec.cli.tail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A mark as a small object of JSON, for a file of its own. */
final class MarkJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String PENDING = "pending.";
  private static final String TAKEN = "";

  private MarkJson() {}

  static byte[] written(Mark mark) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("origin", mark.origin());
      json.writeNumberField("begun", mark.begun());
      json.writeStringField("path", mark.path());
      json.writeNumberField("device", mark.key().device());
      json.writeNumberField("inode", mark.key().inode());
      write(json, "head", mark.head());
      write(json, TAKEN, mark.taken());
      if (mark.pending().isPresent()) {
        write(json, PENDING, mark.pending().get());
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, String prefix, Position position)
      throws IOException {
    json.writeNumberField(prefix + "offset", position.offset());
    json.writeNumberField(prefix + "records", position.records());
    json.writeStringField(prefix + "kind", position.kind().name());
    json.writeNumberField(prefix + "header", position.header());
    json.writeBooleanField(prefix + "skipping", position.skipping());
    write(json, prefix + "tail", position.tail());
  }

  private static void write(JsonGenerator json, String prefix, Sample sample) throws IOException {
    json.writeNumberField(prefix + ".length", sample.length());
    json.writeStringField(prefix + ".digest", sample.digest());
  }

  /**
   * Reads one.
   *
   * @throws IOException if it is none
   */
  static Mark read(byte[] text) throws IOException {
    Fields fields = new Fields(scalars(text));
    try {
      return new Mark(
          fields.text("origin"),
          fields.count("begun"),
          fields.text("path"),
          new FileKey(fields.whole("device"), fields.whole("inode")),
          fields.sample("head"),
          fields.position(TAKEN),
          fields.has(PENDING + "offset")
              ? Optional.of(fields.position(PENDING))
              : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new IOException("a field is missing or has a value that it cannot have", e);
    }
  }

  private static Map<String, String> scalars(byte[] text) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no object of JSON");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
      }
    }
    return fields;
  }

  private record Fields(Map<String, String> values) {
    boolean has(String name) {
      return values.containsKey(name);
    }

    String text(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(name + " is missing");
      }
      return value;
    }

    long whole(String name) {
      return Long.parseLong(text(name));
    }

    long count(String name) {
      long value = whole(name);
      if (value < 0) {
        throw new IllegalArgumentException(name + " is below 0");
      }
      return value;
    }

    Sample sample(String prefix) {
      long length = count(prefix + ".length");
      if (length > Sample.MOST) {
        throw new IllegalArgumentException(prefix + ".length is beyond " + Sample.MOST);
      }
      return new Sample((int) length, text(prefix + ".digest"));
    }

    Position position(String prefix) {
      long offset = count(prefix + "offset");
      Sample tail = sample(prefix + "tail");
      if (tail.length() > offset) {
        throw new IllegalArgumentException(prefix + "tail is longer than what it is the end of");
      }
      return new Position(
          offset,
          count(prefix + "records"),
          Kind.valueOf(text(prefix + "kind")),
          count(prefix + "header"),
          Boolean.parseBoolean(text(prefix + "skipping")),
          tail);
    }
  }
}
