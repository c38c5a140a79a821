package io.eventsec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SampleCaptureTest {
  private static final Pattern ALLOWED_ADDRESS =
      Pattern.compile("10\\..*|192\\.0\\.2\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*");

  @Test
  void recorded_everyLine_isAnEventWithoutComplaint() {
    assertThat(events(SampleCapture.recorded()))
        .hasSizeBetween(120, 200)
        .noneMatch(event -> event.has("error.message"))
        .allMatch(event -> event.ecsFields().containsKey("event.dataset"));
  }

  @Test
  void recorded_addresses_areForDocumentationOrPrivate() {
    assertThat(events(SampleCapture.recorded()))
        .allSatisfy(
            event -> {
              for (String field : List.of("source.ip", "destination.ip")) {
                Object address = event.ecsFields().get(field);
                if (address != null) {
                  assertThat(address.toString()).matches(ALLOWED_ADDRESS);
                }
              }
            });
  }

  @Test
  void recorded_lastEvent_isWhereItSays() {
    assertThat(last(SampleCapture.recorded())).isEqualTo(SampleCapture.lastEvent());
  }

  @Test
  void endingAt_anInstant_movesEveryTimeByTheSame() {
    Instant last = Instant.parse("2027-03-01T01:02:03.456789Z");
    Duration shift = Duration.between(SampleCapture.lastEvent(), last);

    List<Event> before = events(SampleCapture.recorded());
    List<Event> after = events(SampleCapture.endingAt(last.plusNanos(7)));

    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).time()).isEqualTo(before.get(i).time().plus(shift));
    }
    assertThat(SampleCapture.endingAt(last)).isEqualTo(SampleCapture.endingAt(last));
    assertThat(last(SampleCapture.endingAt(last))).isEqualTo(last);
  }

  @Test
  void endingAt_flows_moveWithTheirEvents() {
    List<Event> flows =
        events(SampleCapture.endingAt(Instant.parse("2026-11-24T12:00:00Z"))).stream()
            .filter(event -> "suricata.flow".equals(event.value("event.dataset")))
            .toList();

    assertThat(flows)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(Instant.parse(String.valueOf(event.value("event.end"))))
                    .isEqualTo(event.time()));
  }

  private static Instant last(List<SampleStream> streams) {
    return events(streams).stream().map(Event::time).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static List<Event> events(List<SampleStream> streams) {
    return streams.stream()
        .flatMap(
            stream -> Decoding.events(stream.name(), stream.format(), stream.payload()).stream())
        .toList();
  }
}
