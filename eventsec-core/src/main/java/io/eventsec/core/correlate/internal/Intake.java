package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.correlate.EventRef;
import io.eventsec.core.correlate.UntimelyEvent;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Makes of an event and the rules that are true for it what it adds to correlations. */
public final class Intake {
  private final Map<String, List<RuleReference>> references;
  private final PlanRuns runs;
  private final SourceClocks clocks;
  private final CorrelatorOptions options;
  private final Consumer<UntimelyEvent> untimely;

  Intake(
      Map<String, List<RuleReference>> references,
      PlanRuns runs,
      SourceClocks clocks,
      CorrelatorOptions options,
      Consumer<UntimelyEvent> untimely) {
    this.references = references;
    this.runs = runs;
    this.clocks = clocks;
    this.options = options;
    this.untimely = untimely;
  }

  /** Takes an event in. */
  void add(Event event, List<Match> matches, long locator, Set<String> closed) {
    boolean placed = Stamp.holds(event.time()) && !isAhead(event);
    if (placed) {
      clocks.hear(event.source(), Stamp.nanos(event.time()), received(event));
    }
    Stamp stamp = null;
    for (Match match : matches) {
      for (RuleReference reference : references.getOrDefault(match.rule().ref().id(), List.of())) {
        if (closed.contains(reference.plan().rule().ref().id())) {
          continue;
        }
        if (!placed) {
          runs.of(reference.plan()).ahead++;
          tell(event, locator, reference, Reason.AHEAD);
        } else {
          stamp = stamp == null ? Stamp.of(event, locator) : stamp;
          add(event, stamp, reference);
        }
      }
    }
  }

  private void add(Event event, Stamp stamp, RuleReference reference) {
    PlanRun run = runs.of(reference.plan());
    Pending pending =
        run.lane.pending().isReleased(stamp.time())
            ? run.lane.behind(event.source())
            : run.lane.pending();
    String[] texts = Contribution.NO_TEXTS;
    double[] numbers = Contribution.NO_NUMBERS;
    if (!reference.valueFields().isEmpty()) {
      if (reference.plan().isComputed()) {
        numbers = FieldValues.numbers(event, reference.valueFields().get(0));
      } else {
        texts = FieldValues.distinct(event, reference.valueFields());
      }
      if (texts.length == 0 && numbers.length == 0) {
        run.withoutValue++;
        return;
      }
    }
    List<GroupKey> groups = FieldValues.groups(event, reference.groupFields());
    for (GroupKey group : groups) {
      pending.add(
          new Contribution(
              stamp, reference.plan(), group, 1L << reference.position(), texts, numbers));
    }
    run.withoutGroup += groups.isEmpty() ? 1 : 0;
  }

  private boolean isAhead(Event event) {
    Instant received = event.receivedAt();
    return !received.equals(Instant.EPOCH) && event.time().isAfter(received.plus(options.ahead()));
  }

  /** The smallest number if it was made without a time of receipt. */
  private static long received(Event event) {
    Instant received = event.receivedAt();
    return received.equals(Instant.EPOCH) || !Stamp.holds(received)
        ? Long.MIN_VALUE
        : Stamp.nanos(received);
  }

  private void tell(Event event, long locator, RuleReference reference, Reason reason) {
    untimely.accept(
        new UntimelyEvent(
            reference.plan().rule(),
            new EventRef(event.id(), event.time(), event.place(), locator),
            event.source(),
            reason));
  }
}
