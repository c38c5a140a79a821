package io.eventsec.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.eventsec.app.config.IngestSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PayloadReaderTest {
  private static final int MAX_BYTES = 200_000;

  private final PayloadReader reader =
      new PayloadReader(new IngestSettings(MAX_BYTES, 1000, 1 << 20));
  private final InFlight inFlight = new InFlight(1 << 20);

  @Test
  void plainLines_areReadAndCounted() throws IOException {
    Payload payload = read(bytes("{\"a\":1}\r\n\n  \n{\"b\":2}"), BodyEncoding.IDENTITY);
    assertThat(payload.lines()).isEqualTo(2);
    assertThat(payload.bytes()).isEqualTo(bytes("{\"a\":1}\r\n\n  \n{\"b\":2}"));
  }

  @Test
  void records_beyondABatch_areSeveralBatches_andOneThatFitsInNone_isRefused() {
    List<String> many = IntStream.range(0, 2_001).mapToObj(n -> "{\"n\":" + n + "}").toList();
    assertThat(reader.ofRecords(many)).extracting(Payload::lines).containsExactly(1000, 1000, 1);
    String large = "x".repeat(MAX_BYTES / 2);
    assertThat(reader.ofRecords(List.of("a", large, large)))
        .extracting(payload -> payload.bytes().length)
        .containsExactly(2 + large.length() + 1, large.length() + 1);
    assertThatThrownBy(() -> reader.ofRecords(List.of("a", "x".repeat(MAX_BYTES))))
        .isInstanceOf(BatchTooLargeException.class)
        .hasMessageContaining("record");
  }

  @Test
  void gzip_isInflated() throws IOException {
    byte[] lines = bytes("{\"line\":true}\n".repeat(1000));
    Payload payload = read(gzip(lines), BodyEncoding.GZIP);
    assertThat(payload.lines()).isEqualTo(1000);
    assertThat(payload.bytes()).isEqualTo(lines);
  }

  @Test
  void zstd_isInflated_andItsWindowIsBounded() throws IOException {
    byte[] lines = bytes("{\"line\":true}\n".repeat(1000));
    assertThat(read(Zstd.compress(lines), BodyEncoding.ZSTD).bytes()).isEqualTo(lines);
    assertThatThrownBy(() -> read(lines, BodyEncoding.ZSTD))
        .isInstanceOf(UnreadableBatchException.class)
        .hasMessageContaining("not zstd");
  }

  @Test
  void zstdBomb_isGivenUpAtTheLimit() {
    assertThatThrownBy(() -> read(Zstd.compress(new byte[50_000_000]), BodyEncoding.ZSTD))
        .isInstanceOf(BatchTooLargeException.class);
  }

  @Test
  void jsonArray_becomesLines() throws IOException {
    Payload payload = read(bytes("[{\"a\":1}, {\"b\":2}]"), BodyEncoding.IDENTITY);
    assertThat(payload.lines()).isEqualTo(2);
    assertThat(payload.bytes()).isEqualTo(bytes("{\"a\":1}\n{\"b\":2}\n"));
    assertThatThrownBy(() -> read(bytes("[{\"a\":1}"), BodyEncoding.IDENTITY))
        .isInstanceOf(UnreadableBatchException.class)
        .hasMessageContaining("array");
  }

  @Test
  void batchOfExactlyTheLimit_isTaken() throws IOException {
    byte[] largest = new byte[MAX_BYTES];
    Arrays.fill(largest, (byte) 'x');
    assertThat(read(largest, BodyEncoding.IDENTITY).bytes()).hasSize(MAX_BYTES);
    assertThat(read(gzip(largest), BodyEncoding.GZIP).bytes()).hasSize(MAX_BYTES);
  }

  @Test
  void oneByteMore_isTooLarge() {
    assertThatThrownBy(() -> read(new byte[MAX_BYTES + 1], BodyEncoding.IDENTITY))
        .isInstanceOf(BatchTooLargeException.class)
        .hasMessageContaining("200000");
  }

  @Test
  void bomb_isGivenUpAtTheLimit() throws IOException {
    CountingStream body = new CountingStream(gzip(new byte[50_000_000]));
    try (InFlight.Reservation memory = inFlight.reservation()) {
      assertThatThrownBy(() -> reader.read(body, BodyEncoding.GZIP, memory))
          .isInstanceOf(BatchTooLargeException.class);
      assertThat(inFlight.held()).isLessThanOrEqualTo(MAX_BYTES + 1);
    }
    assertThat(body.read).isLessThan(body.size / 2);
  }

  @Test
  void tooManyLines_areTooLarge() {
    assertThatThrownBy(() -> read(bytes("x\n".repeat(1001)), BodyEncoding.IDENTITY))
        .isInstanceOf(BatchTooLargeException.class)
        .hasMessageContaining("1001 lines");
  }

  @Test
  void whatIsNoGzip_isUnreadable() {
    assertThatThrownBy(() -> read(bytes("{\"a\":1}\n"), BodyEncoding.GZIP))
        .isInstanceOf(UnreadableBatchException.class)
        .hasMessageContaining("not gzip");
  }

  @Test
  void truncatedGzip_isUnreadable() throws IOException {
    byte[] whole = gzip(bytes("{\"a\":1}\n".repeat(500)));
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 9), BodyEncoding.GZIP))
        .isInstanceOf(UnreadableBatchException.class)
        .hasMessageContaining("too early");
  }

  @Test
  void damagedGzip_isUnreadable() throws IOException {
    byte[] damaged = gzip(bytes("{\"a\":1}\n".repeat(500)));
    damaged[damaged.length - 6] ^= 0x55;
    assertThatThrownBy(() -> read(damaged, BodyEncoding.GZIP))
        .isInstanceOf(UnreadableBatchException.class);
  }

  @Test
  void blankBody_isUnreadable() {
    assertThatThrownBy(() -> read(bytes("\n \r\n"), BodyEncoding.IDENTITY))
        .isInstanceOf(UnreadableBatchException.class)
        .hasMessageContaining("no line");
  }

  @Test
  void fullMemory_isOverload_andIsFreeAgainAfterwards() throws IOException {
    InFlight small = new InFlight(100_000);
    try (InFlight.Reservation memory = small.reservation()) {
      assertThatThrownBy(
              () ->
                  reader.read(
                      new ByteArrayInputStream(new byte[150_000]), BodyEncoding.IDENTITY, memory))
          .isInstanceOf(OverloadedException.class);
      assertThat(small.held()).isPositive();
    }
    assertThat(small.held()).isZero();
  }

  private Payload read(byte[] body, BodyEncoding encoding) throws IOException {
    try (InFlight.Reservation memory = inFlight.reservation()) {
      return reader.read(new ByteArrayInputStream(body), encoding, memory);
    } finally {
      assertThat(inFlight.held()).isZero();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static final class CountingStream extends InputStream {
    private final InputStream in;
    private final int size;
    private int read;

    CountingStream(byte[] bytes) {
      this.in = new ByteArrayInputStream(bytes);
      this.size = bytes.length;
    }

    @Override
    public int read() throws IOException {
      read++;
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      read += Math.max(0, n);
      return n;
    }
  }
}
