package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON that holds many records in one value, as {@link JsonRecordReader} says. It is turned into
 * lines, a record each, which is what batches are made of.
 */
public final class JsonRecords {
  private static final int LONGEST_NAME = 16;

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
   * element is an object or an array, or with an object whose first name is that of a list of
   * records. A line of text may start with a bracket too, and a line of JSON with a brace.
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
    return text[inside < text.length ? inside : at] == '"'
        && JsonRecordReader.holds(nameAt(text, inside + 1));
  }

  /** What stands up to the next quote; empty if that is far away. */
  private static String nameAt(byte[] text, int start) {
    int end = start;
    while (end < text.length && end - start <= LONGEST_NAME && text[end] != '"') {
      end++;
    }
    boolean ends = end < text.length && text[end] == '"';
    return ends ? new String(text, start, end - start, StandardCharsets.UTF_8) : "";
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
      JsonRecordReader records = new JsonRecordReader(parser);
      while (records.next(lines)) {
        lines.writeRaw('\n');
      }
    }
    return out.toByteArray();
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
