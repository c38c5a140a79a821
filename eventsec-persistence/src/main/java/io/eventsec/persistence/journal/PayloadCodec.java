package io.eventsec.persistence.journal;

import io.eventsec.core.spi.JournalPosition;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A batch's payload as it is stored: zlib (RFC 1950) at its fastest. */
final class PayloadCodec {
  private PayloadCodec() {}

  static byte[] compress(byte[] payload) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(payload);
      deflater.finish();
      // Log lines shrink to a fifth or less; the buffer grows for what does not.
      byte[] buffer = new byte[Math.max(64, payload.length / 4)];
      int length = 0;
      while (!deflater.finished()) {
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        length += deflater.deflate(buffer, length, buffer.length - length);
      }
      return Arrays.copyOf(buffer, length);
    } finally {
      deflater.end();
    }
  }

  static byte[] decompress(JournalPosition position, byte[] stored, int rawSize) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stored);
      byte[] payload = new byte[rawSize];
      int length = 0;
      while (length < rawSize) {
        int read = inflater.inflate(payload, length, rawSize - length);
        if (read == 0) {
          throw corrupt(position, length + " of " + rawSize + " bytes are there");
        }
        length += read;
      }
      return payload;
    } catch (DataFormatException e) {
      throw corrupt(position, String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }

  static byte[] digest(byte[] payload) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(payload);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static IllegalStateException corrupt(JournalPosition position, String what) {
    return new IllegalStateException(
        "The payload of journal batch "
            + position.value()
            + " is damaged: "
            + what
            + "; restore the table journal from a backup");
  }
}
