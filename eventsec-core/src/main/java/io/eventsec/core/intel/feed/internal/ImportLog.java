package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.intel.feed.SkippedEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands on what a feed says and counts what becomes of it. Of one import, not thread-safe. */
final class ImportLog implements IndicatorSink {
  private static final int EXAMPLES = 10;
  private static final int LONGEST_MESSAGE = 500;

  private final IndicatorSink sink;
  private final ImportLimits limits;
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
  private final Map<SkipReason, Integer> shown = new EnumMap<>(SkipReason.class);
  private final List<SkippedEntry> examples = new ArrayList<>();
  private int objects;
  private int read;
  private int partly;
  private int ignored;
  private int indicators;
  private int withdrawals;
  private long sightings;

  ImportLog(IndicatorSink sink, ImportLimits limits) {
    this.sink = sink;
    this.limits = limits;
  }

  /** One more object is looked at; its number, from 1 on. */
  int object() throws FeedEndedException {
    if (objects == limits.objects()) {
      throw new FeedEndedException(
          "More than " + limits.objects() + " objects: the rest was not read; split the feed");
    }
    return ++objects;
  }

  void read() {
    read++;
  }

  void ignored() {
    ignored++;
  }

  void skipped(SkippedEntry entry) {
    skipped.merge(entry.reason(), 1, (a, b) -> a + b);
    example(entry);
  }

  /** An object that was read, but for some of its alternatives. */
  void partly(List<SkippedEntry> entries) {
    partly++;
    entries.forEach(this::example);
  }

  private void example(SkippedEntry entry) {
    if (shown.merge(entry.reason(), 1, (a, b) -> a + b) <= EXAMPLES) {
      examples.add(
          new SkippedEntry(
              entry.reason(),
              entry.position(),
              ShownText.of(entry.id()),
              ShownText.of(entry.message(), LONGEST_MESSAGE)));
    }
  }

  @Override
  public void accept(ThreatIndicator claim) {
    indicators++;
    sink.accept(claim);
  }

  @Override
  public void withdraw(IndicatorWithdrawal withdrawal) {
    withdrawals++;
    sink.withdraw(withdrawal);
  }

  @Override
  public void sighted(IndicatorSighting sighting) {
    sightings += sighting.count();
    sink.sighted(sighting);
  }

  ImportReport report(Optional<String> ended) {
    return new ImportReport(
        objects,
        read,
        partly,
        ignored,
        indicators,
        withdrawals,
        sightings,
        skipped,
        examples,
        ended.map(text -> ShownText.of(text, LONGEST_MESSAGE)));
  }
}
