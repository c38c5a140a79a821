package io.eventsec.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordBatchesTest {
  @Test
  void batches_numberAndHoldEveryRecordOnce() throws IOException {
    List<RecordBatch> batches = batches("a\nb\nc\nd\ne\n", 0, 2);

    assertThat(batches).extracting(RecordBatch::firstOrdinal).containsExactly(0L, 2L, 4L);
    assertThat(batches)
        .extracting(RecordBatchesTest::text)
        .containsExactly("a\nb\n", "c\nd\n", "e\n");
  }

  @Test
  void start_leavesOutWhatHasBeenSent() throws IOException {
    List<RecordBatch> batches = batches("a\nb\nc\n", 2, 10);

    assertThat(batches).extracting(RecordBatchesTest::text).containsExactly("c\n");
    assertThat(batches.get(0).firstOrdinal()).isEqualTo(2);
  }

  @Test
  void largeRecords_areCutByBytes() throws IOException {
    String large = "x".repeat(1_500_000);

    List<RecordBatch> batches = batches((large + '\n').repeat(5), 0, 100);

    assertThat(batches).extracting(RecordBatch::count).containsExactly(2, 2, 1);
    assertThat(batches).allMatch(batch -> batch.payload().length <= 4 << 20);
  }

  @Test
  void unfinishedLine_opensOnlyItsBatch() throws IOException {
    List<RecordBatch> batches = batches("a\nb\nc", 0, 2);

    assertThat(batches).extracting(RecordBatch::open).containsExactly(false, true);
    assertThat(batches.get(1).settledEnd()).isEqualTo(2);
    assertThat(batches.get(1).end()).isEqualTo(3);
  }

  private static List<RecordBatch> batches(String text, long from, int most) throws IOException {
    List<RecordBatch> all = new ArrayList<>();
    RecordReader reader = RecordReader.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
    try (RecordBatches batches = new RecordBatches(reader, from, most)) {
      for (Optional<RecordBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
        all.add(next.get());
      }
    }
    return all;
  }

  private static String text(RecordBatch batch) {
    return new String(batch.payload(), UTF_8);
  }
}
