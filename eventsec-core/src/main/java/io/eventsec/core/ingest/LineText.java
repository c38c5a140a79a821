package io.eventsec.core.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The text of one line.
 *
 * @param text as UTF-8 says; if the bytes are not UTF-8, one character for each of them (ISO
 *     8859-1), so that nothing is lost of what a device wrote in a code of its own; without U+0000
 * @param isUtf8 whether the bytes were
 */
record LineText(String text, boolean isUtf8) {

  static LineText of(byte[] payload, int offset, int length) {
    String text = new String(payload, offset, length, StandardCharsets.UTF_8);
    if (Utf8.isWellFormed(text, ByteBuffer.wrap(payload, offset, length))) {
      return new LineText(text.indexOf('\0') < 0 ? text : StorableText.mend(text), true);
    }
    String bytes = new String(payload, offset, length, StandardCharsets.ISO_8859_1);
    return new LineText(StorableText.mend(bytes), false);
  }

  /** True if it starts as a JSON object does, which must be UTF-8. */
  boolean isJson() {
    return LayerReader.isObject(text);
  }
}
