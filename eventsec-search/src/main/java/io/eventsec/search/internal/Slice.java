package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/** Values taken out of JSON as the bytes they are, so that no number is written otherwise. */
final class Slice {
  static final JsonFactory JSON = new JsonFactory();

  private Slice() {}

  /**
   * The bytes of the object or array that the parser stands at; it stands at the end of it then.
   *
   * @param in reads these bytes
   */
  static byte[] of(byte[] json, JsonParser in) throws IOException {
    int from = (int) in.currentTokenLocation().getByteOffset();
    in.skipChildren();
    int to = (int) in.currentLocation().getByteOffset();
    return onOneLine(Arrays.copyOfRange(json, from, to));
  }

  /** A line's end may stand between values, never in one; a blank does as well there. */
  private static byte[] onOneLine(byte[] value) {
    for (int i = 0; i < value.length; i++) {
      if (value[i] == '\n' || value[i] == '\r') {
        value[i] = ' ';
      }
    }
    return value;
  }
}
