package io.eventsec.core.correlate.internal;

import java.nio.charset.StandardCharsets;

/** Reads what {@link CellWriter} wrote. */
final class CellReader {
  private static final int PAYLOAD_BITS = 7;
  private static final int PAYLOAD = 0x7f;

  private final byte[] bytes;
  private int at;

  CellReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = take();
      rest |= (long) (next & PAYLOAD) << shift;
      shift += PAYLOAD_BITS;
    } while (next < 0 && shift < Long.SIZE);
    return (rest >>> 1) ^ -(rest & 1);
  }

  /** A number of things that follow, each at least a byte long. */
  int count() {
    long count = number();
    if (count < 0 || count > bytes.length - at) {
      throw damaged("it says that " + count + " things follow");
    }
    return (int) count;
  }

  double fraction() {
    return Double.longBitsToDouble(fixed());
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << Byte.SIZE | take() & 0xff;
    }
    return value;
  }

  String text() {
    int length = count();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  Stamp stamp() {
    return new Stamp(fixed(), fixed(), number(), fixed(), fixed(), number());
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  IllegalArgumentException damaged(String why) {
    return new IllegalArgumentException(
        "A cell of "
            + bytes.length
            + " bytes is not one that this version wrote: at byte "
            + at
            + " "
            + why
            + "; correlate again from the journal or the stored events");
  }

  private byte take() {
    if (at >= bytes.length) {
      throw damaged("it ends");
    }
    return bytes[at++];
  }
}
