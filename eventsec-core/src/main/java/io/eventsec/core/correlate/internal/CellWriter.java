package io.eventsec.core.correlate.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a cell of state: numbers of variable length, texts behind their length. */
final class CellWriter {
  private static final int PAYLOAD_BITS = 7;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[64];
  private int size;

  CellWriter number(long value) {
    long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & -MORE) != 0) {
      put((byte) (rest | MORE));
      rest >>>= PAYLOAD_BITS;
    }
    put((byte) rest);
    return this;
  }

  CellWriter fraction(double value) {
    return fixed(Double.doubleToRawLongBits(value));
  }

  /** Eight bytes, for values that use them all. */
  CellWriter fixed(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      put((byte) (value >>> shift));
    }
    return this;
  }

  CellWriter text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
    return this;
  }

  CellWriter stamp(Stamp stamp) {
    return fixed(stamp.time())
        .fixed(stamp.lineage())
        .number(stamp.ordinal())
        .fixed(stamp.idHigh())
        .fixed(stamp.idLow())
        .number(stamp.locator());
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void put(byte value) {
    room(1);
    bytes[size++] = value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
