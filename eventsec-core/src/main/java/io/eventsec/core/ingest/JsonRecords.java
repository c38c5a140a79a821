package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
   * True if the text starts as such a value does: with a bracket before an object, an array or the
   * end, or with an object whose first name is {@code Records}. A line of text may start with a
   * bracket too, and a line of JSON with a brace.
   */
  public static boolean holds(byte[] text) {
    int at = behindBlanks(text, behindMark(text));
    if (at == text.length || text[at] != '[' && text[at] != '{') {
      return false;
    }
    int inside = behindBlanks(text, at + 1);
    if (text[at] == '[') {
      return inside < text.length && "{[]".indexOf(text[inside]) >= 0;
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

  /**
   * Its records as lines, each followed by a line feed.
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
      toFirst(parser);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == null) {
          throw new IOException("The JSON array has no end");
        }
        lines.copyCurrentStructureExact(parser);
        lines.writeRaw('\n');
      }
    }
    return out.toByteArray();
  }

  private static void toFirst(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      parser.nextToken();
      token = parser.nextToken();
    }
    if (token != JsonToken.START_ARRAY) {
      throw new IOException("The JSON is neither an array of records nor an object with Records");
    }
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
