package io.eventsec.core.intel.match;

import java.nio.charset.StandardCharsets;

/** Reads the parts of a record in the order they were written. Not thread-safe. */
final class RecordReader {
  private static final int SEVEN = 7;
  private static final int LOW = 0x7f;
  private final byte[] page;
  private int at;

  RecordReader(byte[] page, int offset) {
    this.page = page;
    this.at = offset;
  }

  int one() {
    return page[at++] & 0xff;
  }

  long whole() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << Byte.SIZE | one();
    }
    return value;
  }

  int count() {
    int value = 0;
    int shift = 0;
    int b = one();
    while (b > LOW) {
      value |= (b & LOW) << shift;
      shift += SEVEN;
      b = one();
    }
    return value | b << shift;
  }

  byte[] some() {
    int length = count();
    byte[] value = java.util.Arrays.copyOfRange(page, at, at + length);
    at += length;
    return value;
  }

  String text() {
    int length = count();
    at += length;
    return new String(page, at - length, length, StandardCharsets.UTF_8);
  }

  void skip(int bytes) {
    at += bytes;
  }

  /** Passes over the bytes of {@link #some}; true if they are the key's. */
  boolean passes(Key key) {
    int length = count();
    at += length;
    return key.is(page, at - length, length);
  }
}
