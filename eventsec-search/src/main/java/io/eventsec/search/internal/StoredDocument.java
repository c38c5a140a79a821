package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A document as it is stored.
 *
 * @param id its id, of letters, digits, {@code -} and {@code _}
 * @param source its JSON, an object on one line
 */
record StoredDocument(String id, byte[] source) implements BulkBody.Fields {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,512}");
  private static final byte[] BEFORE_ID = ascii("{\"_id\":\"");
  private static final byte[] BEFORE_SOURCE = ascii("\",\"_source\":");
  private static final byte[] END = ascii("}\n");

  StoredDocument {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The document '" + Text.start(id, 100) + "' was not stored by EVENTSEC; remove it");
    }
  }

  /** Writes it as a line. */
  void writeTo(OutputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(source.length + 100);
    line.writeBytes(BEFORE_ID);
    line.writeBytes(ascii(id));
    line.writeBytes(BEFORE_SOURCE);
    line.writeBytes(source);
    line.writeBytes(END);
    line.writeTo(out);
  }

  /** Reads a line. */
  static StoredDocument of(byte[] line) throws IOException {
    try (JsonParser in = Slice.JSON.createParser(line)) {
      String id = "";
      byte[] source = {};
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean isId = in.currentName().equals("_id");
        in.nextToken();
        if (isId) {
          id = in.getText();
        } else {
          source = Slice.of(line, in);
        }
      }
      if (source.length < 2 || source[0] != '{') {
        throw new IOException("A line has no document: " + id);
      }
      return new StoredDocument(id, source);
    }
  }

  /** All between the braces, unchanged. */
  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeRaw(new String(source, 1, source.length - 2, StandardCharsets.UTF_8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
