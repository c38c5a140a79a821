package io.eventsec.core.intel.match;

import java.util.Arrays;

/**
 * The bytes that a record is found by, and their digest. The digest is taken from the last byte to
 * the first, so that those of a name's endings, which are the domains above it, come out on the
 * way. It depends on a secret: whoever writes a feed cannot make many values collide. Not
 * thread-safe.
 */
final class Key {
  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;
  private static final int SHORT = 256;

  private final long secret;
  private byte[] bytes = new byte[SHORT];
  private KeyKind kind = KeyKind.ID;
  private int start;
  private int end;
  private long digest;

  Key(long secret) {
    this.secret = secret;
  }

  /** Begins a key of at most that many bytes. */
  Key clear(KeyKind of, int capacity) {
    if (bytes.length < capacity) {
      bytes = new byte[capacity];
    }
    kind = of;
    start = 0;
    end = 0;
    return this;
  }

  void add(int b) {
    bytes[end++] = (byte) b;
  }

  void add(byte[] some) {
    System.arraycopy(some, 0, bytes, end, some.length);
    end += some.length;
  }

  /** The highest of the bits first. */
  void addBits(long bits, int count) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= Long.SIZE - count * Byte.SIZE; shift -= 8) {
      bytes[end++] = (byte) (bits >>> shift);
    }
  }

  /** The text's characters, each as a byte. */
  void addAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      bytes[end++] = (byte) text.charAt(i);
    }
  }

  KeyKind kind() {
    return kind;
  }

  long digest() {
    return digest;
  }

  /** True if all bytes count. */
  boolean isWhole() {
    return start == 0;
  }

  /** Where the bytes end. */
  int end() {
    return end;
  }

  int length() {
    return end - start;
  }

  byte at(int index) {
    return bytes[index];
  }

  /** Takes the digest of all of it. */
  Key digested() {
    long h = beginning();
    for (int i = end - 1; i >= 0; i--) {
      h = with(h, bytes[i]);
    }
    return ending(h, 0);
  }

  /** The digest of nothing. */
  long beginning() {
    return secret + (kind.ordinal() + 1) * MULTIPLIER;
  }

  /** A digest with one more byte, which stands before those that it has. */
  static long with(long h, byte b) {
    long mixed = (h ^ b) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }

  /** Lets only the bytes from that one on count, whose digest is given. */
  Key ending(long itsDigest, int from) {
    digest = itsDigest;
    start = from;
    return this;
  }

  /** True if these bytes are the same. */
  boolean is(byte[] page, int from, int length) {
    return length == end - start && Arrays.equals(bytes, start, end, page, from, from + length);
  }

  /** A copy of the bytes. */
  byte[] toBytes() {
    return Arrays.copyOfRange(bytes, start, end);
  }
}
