package io.eventsec.core.intel.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the parts of a record. Not thread-safe. */
final class RecordWriter {
  private static final int SEVEN = 7;
  private static final int LOW = 0x7f;
  private byte[] bytes = new byte[1024];
  private int length;

  void clear() {
    length = 0;
  }

  void one(int b) {
    room(1);
    bytes[length++] = (byte) b;
  }

  void whole(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      one((int) (value >>> shift));
    }
  }

  /** A number from 0 on, the shorter the less it is. */
  void count(int value) {
    int rest = value;
    while (rest > LOW) {
      one(rest & LOW | 0x80);
      rest >>>= SEVEN;
    }
    one(rest);
  }

  void some(byte[] value) {
    count(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  void text(String value) {
    some(value.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
