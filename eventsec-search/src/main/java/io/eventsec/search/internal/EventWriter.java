package io.eventsec.search.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.IndexReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores events, and salvages those that do not fit the mapping. */
public final class EventWriter {
  private final StreamWriter writer;

  /**
   * A writer.
   *
   * @param templates puts the templates in place; called when they are missing
   */
  public EventWriter(Rest rest, BulkLimits limits, Runnable templates) {
    this.writer = new StreamWriter(rest, new BulkWriter(rest, limits, Pause.SLEEP), templates);
  }

  private record Attempt(Event event, Salvage salvage) {}

  private static final StreamWriter.Form<Attempt> FORM =
      new StreamWriter.Form<>(
          attempt -> attempt.event().id().value(),
          attempt -> attempt.event().receivedAt(),
          attempt -> new EventDocument(attempt.event(), attempt.salvage()));

  /**
   * Stores the events of any tenants.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if they cannot be stored now
   */
  public IndexReport write(List<Event> events) {
    Map<Tenant, List<Attempt>> byTenant = new LinkedHashMap<>();
    for (Event event : events) {
      byTenant
          .computeIfAbsent(event.tenant(), tenant -> new ArrayList<>(events.size()))
          .add(new Attempt(event, Salvage.NONE));
    }
    Tally tally = new Tally();
    byTenant.forEach((tenant, attempts) -> write(Names.events(tenant), attempts, tally));
    return new IndexReport(tally.stored, tally.duplicates, tally.rejections);
  }

  private void write(String stream, List<Attempt> attempts, Tally tally) {
    List<Attempt> pending = attempts;
    while (!pending.isEmpty()) {
      List<BulkItem> items = writer.write(stream, pending, FORM);
      List<Attempt> again = new ArrayList<>(0);
      for (int i = 0; i < items.size(); i++) {
        tally.take(pending.get(i), items.get(i), again);
      }
      pending = again;
    }
  }

  private static final class Tally {
    private int stored;
    private int duplicates;
    private final Map<EventId, Rejection> rejections = new HashMap<>();

    void take(Attempt attempt, BulkItem item, List<Attempt> again) {
      if (item.stored()) {
        stored++;
      } else if (item.duplicate()) {
        duplicates++;
      } else {
        refused(attempt, item, again);
      }
    }

    private void refused(Attempt attempt, BulkItem item, List<Attempt> again) {
      Salvage next = attempt.salvage();
      if (Salvage.mayHelp(item.errorType())) {
        next = next.next(item.reason());
      }
      if (next.equals(attempt.salvage())) {
        rejections.put(attempt.event().id(), rejection(attempt.event(), item));
      } else {
        again.add(new Attempt(attempt.event(), next));
      }
    }

    private static Rejection rejection(Event event, BulkItem item) {
      boolean large = item.status() == 413;
      String cause = large ? "index.too-large" : "index.mapping";
      String reason =
          "OpenSearch does not take the event, HTTP "
              + item.status()
              + " "
              + item.errorType()
              + ": "
              + item.reason()
              + "; mend the record and send it again, or replay it when the mapping is changed";
      String raw = event.original().isEmpty() ? event.ecsFields().toString() : event.original();
      return new Rejection(event.id(), Rejection.Stage.INDEX, cause, reason, raw);
    }
  }
}
