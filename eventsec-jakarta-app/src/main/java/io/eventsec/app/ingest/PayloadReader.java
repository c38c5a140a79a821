package io.eventsec.app.ingest;

import com.github.luben.zstd.ZstdIOException;
import io.eventsec.app.config.IngestSettings;
import io.eventsec.core.ingest.JsonRecords;
import io.eventsec.core.ingest.NdJson;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads a body into one array, inflating it if need be; an array of JSON becomes lines. However
 * small the body is, no more than the allowed bytes are ever inflated. Makes no object for a line.
 * Safe to share between threads.
 */
final class PayloadReader {
  private static final int FIRST = 1 << 16;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final IngestSettings limits;

  PayloadReader(IngestSettings limits) {
    this.limits = limits;
  }

  /**
   * Reads all of it.
   *
   * @param memory what the array is charged to
   * @throws BatchTooLargeException beyond the limits
   * @throws UnreadableBatchException if it is not compressed as it should be, or empty
   * @throws OverloadedException if there is no memory for it now
   * @throws IOException if the sender went away
   */
  Payload read(InputStream body, BodyEncoding encoding, InFlight.Reservation memory)
      throws IOException {
    byte[] bytes = inflated(body, encoding, memory);
    if (JsonRecords.holds(bytes)) {
      bytes = lines(bytes, memory);
    }
    return new Payload(bytes, countLines(bytes));
  }

  /**
   * Reads all of it, whatever it is.
   *
   * @return no lines, for none were looked for
   * @throws BatchTooLargeException beyond the limits
   * @throws UnreadableBatchException if it is not compressed as it should be
   * @throws OverloadedException if there is no memory for it now
   * @throws IOException if the sender went away
   */
  Payload whole(InputStream body, BodyEncoding encoding, InFlight.Reservation memory)
      throws IOException {
    return new Payload(inflated(body, encoding, memory), 0);
  }

  /**
   * Batches of records that a receiver has taken out of a body: one, or several if they are more
   * than a batch may have.
   *
   * @return in the order of the records
   * @throws BatchTooLargeException if a record is larger than any batch may be
   */
  List<Payload> ofRecords(List<String> records) {
    List<Payload> batches = new ArrayList<>();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int count = 0;
    for (String text : records) {
      byte[] line = (text + '\n').getBytes(StandardCharsets.UTF_8);
      if (line.length > limits.maxBytes()) {
        throw new BatchTooLargeException(
            "A record has more than " + limits.maxBytes() + " bytes; send smaller ones.");
      }
      if (lines.size() + line.length > limits.maxBytes() || count == limits.maxLines()) {
        batches.add(new Payload(lines.toByteArray(), count));
        lines.reset();
        count = 0;
      }
      lines.writeBytes(line);
      count++;
    }
    batches.add(new Payload(lines.toByteArray(), count));
    return batches;
  }

  private byte[] inflated(InputStream body, BodyEncoding encoding, InFlight.Reservation memory)
      throws IOException {
    try {
      return readAll(encoding.inflated(body), memory);
    } catch (ZipException e) {
      throw new UnreadableBatchException("The body is not gzip: " + e.getMessage() + ".");
    } catch (ZstdIOException e) {
      throw new UnreadableBatchException("The body is not zstd: " + e.getMessage() + ".");
    } catch (EOFException e) {
      throw new UnreadableBatchException("The compressed body ends too early; send all of it.");
    }
  }

  /** Of a JSON array, which is charged twice while it is turned into lines. */
  private byte[] lines(byte[] array, InFlight.Reservation memory) {
    memory.take(array.length);
    try {
      return JsonRecords.lines(array, limits.maxBytes());
    } catch (JsonRecords.TooManyBytesException e) {
      throw new BatchTooLargeException(e.getMessage() + ".");
    } catch (IOException e) {
      throw new UnreadableBatchException("The body is not a JSON array: " + e.getMessage() + ".");
    }
  }

  private byte[] readAll(InputStream in, InFlight.Reservation memory) throws IOException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    memory.take(FIRST);
    byte[] buffer = new byte[FIRST];
    int size = 0;
    for (int n = in.read(buffer, 0, FIRST);
        n >= 0;
        n = in.read(buffer, size, buffer.length - size)) {
      size += n;
      if (size > limits.maxBytes()) {
        throw new BatchTooLargeException(
            "The batch has more than " + limits.maxBytes() + " bytes inflated; send smaller ones.");
      }
      if (System.nanoTime() > deadline) {
        throw new UnreadableBatchException(
            "The body took longer than " + DEADLINE.toSeconds() + " s.");
      }
      buffer = size < buffer.length ? buffer : grow(buffer, memory);
    }
    return Arrays.copyOf(buffer, size);
  }

  /** One byte beyond the limit is enough to see that it is broken. */
  private byte[] grow(byte[] buffer, InFlight.Reservation memory) {
    int length = (int) Math.min(limits.maxBytes() + 1L, buffer.length * 2L);
    memory.take(length - buffer.length);
    return Arrays.copyOf(buffer, length);
  }

  private int countLines(byte[] bytes) {
    int lines = NdJson.count(bytes);
    if (lines == 0) {
      throw new UnreadableBatchException("The body has no line; send one event a line.");
    }
    checkLines(lines);
    return lines;
  }

  private void checkLines(int lines) {
    if (lines > limits.maxLines()) {
      throw new BatchTooLargeException(
          "The batch has "
              + lines
              + " lines and at most "
              + limits.maxLines()
              + " are taken; send smaller ones.");
    }
  }
}
