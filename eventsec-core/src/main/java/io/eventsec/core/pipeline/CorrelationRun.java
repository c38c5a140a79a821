package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.Correlator;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.core.spi.RiskCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A correlation, run over the next part of its ranges. What counts for it in the part is put in
 * order together with what happened around it, however late it came; of what is found, the firings
 * are kept whose timespan holds an event of the ranges.
 *
 * <p>Memory is bounded: a part ends where {@link #MOST_OF_PART} events wait, of what is around it
 * no more than {@link #MOST_AROUND} batches and {@link #MOST_PENDING} events are taken in, and
 * {@link #ALERTS_AT_ONCE} alerts are raised before more are looked for.
 */
final class CorrelationRun {
  private static final Duration ALWAYS = Duration.ofDays(366);

  /** A part is so much longer than what is read at once: what is around it is read for each. */
  private static final int READINGS_OF_PART = 250;

  private static final int MOST_AROUND = 10_000;
  private static final int MOST_OF_PART = 200_000;
  private static final int MOST_PENDING = 900_000;
  private static final int ALERTS_AT_ONCE = 1_000;

  private final Reevaluation of;
  private final SelectedRule rule;
  private final PastBatches past;
  private final CorrelatorOptions options;
  private final Consumer<ReevaluationCommit> early;
  private final Correlator correlator;

  /** When the events of the ranges happened that count for the correlation. */
  private final TreeSet<Instant> touched = new TreeSet<>();

  private final Firings found;
  private final Noise noise = new Noise();
  private Instant receivedFirst = Instant.MAX;
  private Instant receivedLast = Instant.MIN;
  private long position;
  private long events;
  private long failed;

  CorrelationRun(
      Reevaluation of,
      SelectedRule rule,
      PastBatches past,
      CorrelatorOptions options,
      Consumer<ReevaluationCommit> early) {
    this.of = of;
    this.rule = rule;
    this.past = past;
    this.found = new Firings(past.evidence(), rule.detection().policies());
    this.options = options;
    this.early = early;
    this.position = of.position();
    this.correlator =
        Correlator.builder(of.tenant(), rule.correlations())
            .options(waiting(rule.correlations(), options))
            .build();
  }

  /** Options under which all waits until the end, and no event is too late. */
  private static CorrelatorOptions waiting(CorrelationRules rules, CorrelatorOptions like) {
    Map<String, Duration> always =
        rules.correlations().stream()
            .map(SigmaCorrelation::ref)
            .collect(Collectors.toMap(ref -> ref.id(), ref -> ALWAYS));
    return new CorrelatorOptions(
        ALWAYS,
        always,
        like.idleAfter(),
        like.patience(),
        ALWAYS,
        like.quiet(),
        like.bytesOfRule(),
        Integer.MAX_VALUE);
  }

  ReevaluationCommit run() {
    long first = of.next(of.position());
    readPart(first);
    if (!touched.isEmpty() && rule.raisesAlerts()) {
      long last = position;
      readBefore(first);
      readAfter(last);
      correlator.end(this::found);
    }
    return new ReevaluationCommit(of, position, found.alerts(), found.repeats(), events, failed)
        .with(noise.commit())
        .with(points());
  }

  private void readPart(long first) {
    long end = Math.min(of.last(), first + (long) READINGS_OF_PART * past.batchesAtOnce() - 1);
    position = first - 1;
    while (position < end && correlator.pending() < MOST_OF_PART) {
      for (JournalEntry entry : past.nextTo(position)) {
        if (entry.position().value() > end) {
          return;
        }
        look(entry);
        position = entry.position().value();
      }
    }
  }

  private void look(JournalEntry entry) {
    if (!isOfTenant(entry)) {
      return;
    }
    boolean counts = of.has(entry.batch().origin().source(), entry.position().value());
    for (Event event : past.events(entry)) {
      boolean sound = add(event, entry, counts);
      events += counts ? 1 : 0;
      failed += counts && !sound ? 1 : 0;
    }
    Instant received = entry.batch().receivedAt();
    receivedFirst = received.isBefore(receivedFirst) ? received : receivedFirst;
    receivedLast = received.isAfter(receivedLast) ? received : receivedLast;
  }

  /** False if it broke a rule. */
  private boolean add(Event event, JournalEntry entry, boolean counts) {
    try {
      Judgement judgement = rule.detection().judge(event);
      if (counts) {
        noise.addHits(event, judgement);
      }
      if (!judgement.matches().isEmpty()) {
        correlator.add(event, judgement.matches(), entry.position().value(), judgement.closed());
        if (counts) {
          touched.add(event.time());
        }
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** What an answer can depend on that happened before, as far as the journal has it. */
  private void readBefore(long first) {
    Instant earliest = touched.first().isBefore(receivedFirst) ? touched.first() : receivedFirst;
    Instant since = earliest.minus(rule.correlations().reach(options)).minus(margin());
    long least = Math.max(1, first - MOST_AROUND);
    long at = past.receivedSince(since, least, first) - 1;
    while (at < first - 1 && correlator.pending() < MOST_PENDING) {
      List<JournalEntry> entries = past.behind(at);
      at = entries.isEmpty() ? first : at;
      for (JournalEntry entry : entries) {
        at = entry.position().value();
        if (at >= first) {
          return;
        }
        take(entry);
      }
    }
  }

  /** What the ranges' events can still be counted with. */
  private void readAfter(long last) {
    Instant latest = touched.last().isAfter(receivedLast) ? touched.last() : receivedLast;
    Instant until = latest.plus(rule.correlations().timespans()).plus(margin());
    long at = last;
    while (at < last + MOST_AROUND && correlator.pending() < MOST_PENDING) {
      List<JournalEntry> entries = past.behind(at);
      if (entries.isEmpty()) {
        return;
      }
      for (JournalEntry entry : entries) {
        if (entry.batch().receivedAt().isAfter(until)) {
          return;
        }
        take(entry);
        at = entry.position().value();
      }
    }
  }

  /** Clocks differ, and events take a while to come. */
  private Duration margin() {
    return options.lateness().plus(options.idleAfter());
  }

  private void take(JournalEntry entry) {
    if (isOfTenant(entry)) {
      past.events(entry).forEach(event -> add(event, entry, false));
    }
  }

  private boolean isOfTenant(JournalEntry entry) {
    return entry.batch().origin().tenant().equals(of.tenant());
  }

  private void found(Firing firing) {
    if (!firing.rule().ref().equals(rule.ref()) || !touches(firing.event().time())) {
      return;
    }
    if (firing.number() == 1) {
      // What it shows is read in the journal, alert by alert.
      past.keep();
    }
    found.add(firing);
    if (found.size() >= ALERTS_AT_ONCE) {
      // Whatever happens to the part: they have the same ids when it is done again.
      early.accept(ReevaluationCommit.early(of, found.alerts(), found.repeats()).with(points()));
      found.clear();
    }
  }

  private RiskCommit points() {
    return Points.of(rule.detection().risk(), found.alerts(), NoiseCommit.NONE);
  }

  private boolean touches(Instant time) {
    Instant event = touched.ceiling(time.minus(rule.correlations().timespans()));
    return event != null && !event.isAfter(time);
  }
}
