package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JSON that holds many records in one value: an array of them, or AWS CloudTrail's {@code
 * {"Records": [...]}}. It is turned into lines, a record each, which is what batches are made of.
 */
public final class JsonRecords {
  private static final String RECORDS = "Records";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(500)
                  .maxStringLength(64 << 20)
                  .build())
          .build();

  private JsonRecords() {}

  /**
   * True if the text starts as such a value does: with an array that is empty or whose first
   * element is an object or an array, or with an object whose first name is {@code Records}. A line
   * of text may start with a bracket too, and a line of JSON with a brace.
   */
  public static boolean holds(byte[] text) {
    int at = behindBlanks(text, behindMark(text));
    if (at == text.length || text[at] != '[' && text[at] != '{') {
      return false;
    }
    int inside = behindBlanks(text, at + 1);
    if (text[at] == '[') {
      return inside < text.length && "{[]".indexOf(text[inside]) >= 0 && startsAsJson(text, at);
    }
    String name = '"' + RECORDS + '"';
    if (inside + name.length() > text.length) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (text[inside + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** True if the first element is JSON, as far as it is there: {@code [[main]] INFO} is a text. */
  private static boolean startsAsJson(byte[] text, int at) {
    try (JsonParser parser = JSON.createParser(text, at, text.length - at)) {
      parser.nextToken();
      parser.nextToken();
      parser.skipChildren();
      return true;
    } catch (JsonEOFException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Its records as lines, each followed by a line feed. What stands behind the value is read as
   * well: further arrays, objects with {@code Records}, and objects, which are a record each.
   *
   * @param most how many bytes the lines may have together
   * @throws IOException saying where and why, if the text is no such value or the lines have more
   */
  public static byte[] lines(byte[] text, int most) throws IOException {
    Bounded out = new Bounded(most);
    int start = behindMark(text);
    try (JsonParser parser = JSON.createParser(text, start, text.length - start);
        JsonGenerator lines = JSON.createGenerator((OutputStream) out)) {
      lines.setRootValueSeparator(null);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_ARRAY -> elements(parser, lines);
          case START_OBJECT -> object(parser, lines);
          default ->
              throw new IOException(
                  "The JSON is neither an array of records nor an object with Records");
        }
      }
    }
    return out.toByteArray();
  }

  private static void elements(JsonParser parser, JsonGenerator lines) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        throw new IOException("The JSON array has no end");
      }
      lines.copyCurrentStructureExact(parser);
      lines.writeRaw('\n');
    }
  }

  /** Its Records, if those come first, else itself. */
  private static void object(JsonParser parser, JsonGenerator lines) throws IOException {
    boolean records =
        parser.nextToken() == JsonToken.FIELD_NAME && parser.currentName().equals(RECORDS);
    if (records && parser.nextToken() == JsonToken.START_ARRAY) {
      elements(parser, lines);
      if (parser.nextToken() != JsonToken.END_OBJECT) {
        throw new IOException(
            "The object with Records holds more than them; send the records as an array");
      }
      return;
    }
    if (records) {
      throw new IOException("The object's Records are no array of records");
    }
    lines.writeStartObject();
    while (parser.currentToken() == JsonToken.FIELD_NAME) {
      lines.copyCurrentStructureExact(parser);
      parser.nextToken();
    }
    lines.writeEndObject();
    lines.writeRaw('\n');
  }

  private static int behindMark(byte[] text) {
    boolean marked =
        text.length >= 3
            && text[0] == (byte) 0xEF
            && text[1] == (byte) 0xBB
            && text[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  private static int behindBlanks(byte[] text, int start) {
    int at = start;
    while (at < text.length && (text[at] == ' ' || text[at] >= '\t' && text[at] <= '\r')) {
      at++;
    }
    return at;
  }

  /** Stops before it has too much. */
  private static final class Bounded extends ByteArrayOutputStream {
    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (size() + length > most) {
        throw new TooManyBytesException(most);
      }
      super.write(bytes, offset, length);
    }
  }

  /** The lines would have more bytes than allowed. */
  public static final class TooManyBytesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyBytesException(int most) {
      super("The records have more than " + most + " bytes as lines; send fewer at once");
    }
  }
}
