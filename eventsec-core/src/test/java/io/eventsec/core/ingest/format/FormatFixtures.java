package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;

/** One line in, one event out. */
final class FormatFixtures {
  private FormatFixtures() {}

  /** Single quotes stand for double ones. */
  static Event event(String line) {
    return text(line.replace('\'', '"'));
  }

  /** The line as it is. */
  static Event text(String line) {
    DecodedBatch decoded =
        EventDecoder.builder().standardFormats().build().decode(Batches.of(line));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  /** The line, of noon on the first of March 2026, is of that dataset and all of it is read. */
  static void assertRead(String line, String dataset, String field, String value) {
    Event event = event(line);

    assertThat(event.ecsFields().get("event.dataset")).isEqualTo(dataset);
    assertThat(event.time()).hasToString("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields().get(field)).hasToString(value);
    assertThat(event.ecsFields().get("error.message")).isNull();
  }
}
