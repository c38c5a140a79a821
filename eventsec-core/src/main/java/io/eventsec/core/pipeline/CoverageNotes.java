package io.eventsec.core.pipeline;

import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CoverageNote;
import io.eventsec.core.spi.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a step has evaluated, source by source. */
final class CoverageNotes {
  private final Detection detection;
  private final Map<Place, CoverageSpan> spans = new LinkedHashMap<>();

  private record Place(Tenant tenant, String source) {}

  CoverageNotes(Detection detection) {
    this.detection = detection;
  }

  /** A batch has been looked at; one without events leaves nothing to note. */
  void add(JournalEntry entry, List<Event> events, long failed) {
    if (!events.isEmpty()) {
      Place place = new Place(entry.batch().origin().tenant(), entry.batch().origin().source());
      CoverageSpan span = CoverageSpan.of(entry.position().value(), events, failed);
      spans.merge(place, span, CoverageSpan::and);
    }
  }

  List<CoverageNote> all() {
    return spans.entrySet().stream()
        .map(
            noted ->
                new CoverageNote(
                    noted.getKey().tenant(),
                    noted.getKey().source(),
                    detection.inForce(noted.getKey().tenant()),
                    noted.getValue()))
        .toList();
  }
}
