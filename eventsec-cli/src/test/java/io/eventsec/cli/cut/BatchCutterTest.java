package io.eventsec.cli.cut;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is between two places is the same records, whenever and however it is cut. */
class BatchCutterTest {
  private final Path home;
  private final Random random = new Random(42);

  BatchCutterTest(@TempDir Path home) {
    this.home = home;
  }

  private Path file(String text, boolean packed) throws IOException {
    Path file = home.resolve("f" + random.nextInt(1_000_000));
    if (!packed) {
      return Files.writeString(file, text);
    }
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(UTF_8));
    }
    return file;
  }

  private static Cut cut(Content content, Position from, CutMode mode, BatchLimits limits)
      throws IOException {
    return new BatchCutter(content, from, Records.from(content, from), mode, limits).cut();
  }

  /** All parts of a file from a place on; each is cut a second time, as after a kill. */
  private List<String> all(Path file, CutMode mode, int records) throws IOException {
    List<String> found = new ArrayList<>();
    try (Content content = Content.open(file)) {
      Position at = Position.START;
      Cut cut = cut(content, at, mode, BatchLimits.of(records));
      while (!cut.end().equals(at)) {
        assertThat(text(cut)).hasSize((int) (cut.end().records() - at.records()));
        CutMode same = CutMode.upTo(cut.end().offset());
        Cut again = cut(content, at, same, BatchLimits.of(records));
        assertThat(text(again)).isEqualTo(text(cut));
        assertThat(again.end()).isEqualTo(cut.end());
        found.addAll(text(cut));
        at = cut.end();
        cut = cut(content, at, mode, BatchLimits.of(records));
      }
    }
    return found;
  }

  private static List<String> text(Cut cut) {
    List<String> records = new ArrayList<>();
    for (RecordBatch batch : cut.batches()) {
      List<String> lines = new String(batch.payload(), UTF_8).lines().toList();
      assertThat(lines).hasSize(batch.count());
      records.addAll(lines);
    }
    return records;
  }

  private String randomAudit() {
    StringBuilder text = new StringBuilder();
    List<Integer> open = new ArrayList<>();
    int serial = 0;
    for (int i = 0; i < 400; i++) {
      if (open.isEmpty() || random.nextInt(3) == 0) {
        open.add(serial++);
      }
      int one = open.get(random.nextInt(open.size()));
      boolean end = random.nextInt(3) == 0;
      text.append("type=").append(end ? "EOE" : "PATH").append(" msg=audit(1684329817.579:");
      text.append(one).append("): item=").append(i).append('\n');
      if (end) {
        open.remove((Integer) one);
      }
    }
    return text.toString();
  }

  private String randomLines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("{\"n\":").append(i).append(",\"p\":\"");
      text.append("x".repeat(random.nextInt(100))).append("\"}\n");
      text.append(random.nextInt(5) == 0 ? " \r\n" : "");
    }
    return text.toString();
  }

  @Test
  void lines_areTheSame_howeverTheyAreCut_packedOrNot() throws IOException {
    String text = randomLines();
    List<String> expected = text.lines().filter(line -> !line.isBlank()).toList();
    for (int records : new int[] {1, 7, 100, 5_000}) {
      assertThat(all(file(text, false), CutMode.GROWING, records)).isEqualTo(expected);
      assertThat(all(file(text, true), CutMode.COMPLETE, records)).isEqualTo(expected);
    }
  }

  @Test
  void auditEvents_areWhole_unlessThatTakesTooLong() throws IOException {
    for (int round = 0; round < 20; round++) {
      String text = randomAudit();
      List<String> lines = text.lines().toList();

      List<String> records = all(file(text, round % 2 == 0), CutMode.COMPLETE, 10);

      assertThat(records).hasSizeLessThan(lines.size());
      for (String line : lines) {
        assertThat(records).filteredOn(record -> record.contains(line)).hasSize(1);
      }
    }
  }

  @Test
  void auditEvent_thatIsNotWhole_isLeftForLater() throws IOException {
    String whole =
        "type=PATH msg=audit(1684329817.579:1): a\ntype=EOE msg=audit(1684329817.579:1): \n";
    Path file = file(whole + "type=PATH msg=audit(1684329817.579:2): b\n", false);
    try (Content content = Content.open(file)) {
      Cut first = cut(content, Position.START, CutMode.GROWING, BatchLimits.of(100));
      assertThat(first.end().offset()).isEqualTo(whole.length());
      Cut second = cut(content, first.end(), CutMode.GROWING, BatchLimits.of(100));
      assertThat(second.end()).isEqualTo(first.end());
      assertThat(text(cut(content, first.end(), CutMode.QUIET, BatchLimits.of(100))))
          .containsExactly("type=PATH msg=audit(1684329817.579:2): b");
    }
  }
}
