package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directives of a log in the W3C's extended format (IIS, proxies): which columns its lines
 * have. Not thread-safe.
 */
final class W3cHeader {
  static final String FIELDS = "#Fields:";
  private static final String SOFTWARE = "#Software:";
  private static final int MOST = 256;

  private String software = "";
  private List<String> columns = List.of();

  /** Takes a line that starts with a number sign. */
  void line(String text) {
    if (text.startsWith(SOFTWARE)) {
      software = text.substring(SOFTWARE.length()).strip();
    } else if (text.startsWith(FIELDS)) {
      columns = values(text.substring(FIELDS.length()).strip());
    }
  }

  /** True if it has said which columns there are. */
  boolean isKnown() {
    return !columns.isEmpty();
  }

  boolean fits(List<String> values) {
    return values.size() == columns.size();
  }

  /** Values with blanks or tabs between them; one in quotes may hold some. */
  static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at < text.length() && values.size() < MOST) {
      boolean isQuoted = text.charAt(at) == '"';
      int start = isQuoted ? at + 1 : at;
      int end = start;
      while (end < text.length() && (isQuoted ? text.charAt(end) != '"' : text.charAt(end) > ' ')) {
        end++;
      }
      values.add(text.substring(start, end));
      at = isQuoted ? end + 1 : end;
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
    }
    return values;
  }

  /** Writes the fields of a line; what has no value is left out. */
  void write(List<String> values, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (!software.isEmpty()) {
      json.writeStringField("software", decoded(software));
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!values.get(i).equals("-")) {
        json.writeStringField(decoded(columns.get(i)), decoded(values.get(i)));
      }
    }
    json.writeEndObject();
  }

  /** It was read one character for each byte. */
  private static String decoded(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
