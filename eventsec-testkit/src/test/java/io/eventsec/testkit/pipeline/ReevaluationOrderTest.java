package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.testkit.TestCorrelations;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gaps anywhere, events in any order, and parts: a correlation that is re-evaluated hides nothing.
 */
class ReevaluationOrderTest {
  /** Waits for nothing, and looks no further around a gap than it has to. */
  private static final CorrelatorOptions PROMPT =
      new CorrelatorOptions(
          Duration.ofSeconds(1),
          Map.of(),
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Optional.empty(),
          256L << 20,
          1_000_000);

  /**
   * Wherever a rule was absent, nothing stays hidden: not before, within or behind the gap. Only an
   * episode that goes over the end of a gap has a second alert.
   */
  @ParameterizedTest
  @ValueSource(strings = {Detecting.MANY, Detecting.AFTER})
  void gapAnywhere_hidesNothing(String title) {
    for (long seed = 1; seed <= 25; seed++) {
      Random random = new Random(seed);
      List<RawBatch> batches = received(60);
      int from = 1 + random.nextInt(40);
      int to = from + 1 + random.nextInt(19);
      Detecting gapped = new Detecting(PROMPT);
      batches.subList(0, from).forEach(gapped.journal::append);
      gapped.drain(Detecting.all());
      batches.subList(from, to).forEach(gapped.journal::append);
      gapped.drain(Detecting.without(title));
      batches.subList(to, 60).forEach(gapped.journal::append);
      gapped.drain(Detecting.all());
      Set<String> before = gapped.found(title).keySet();

      gapped.reevaluate(Detecting.ref(title));

      Detecting start = new Detecting(PROMPT);
      batches.forEach(start.journal::append);
      start.drain(Detecting.all());
      String where = "seed " + seed + ", gap from " + from + " to " + to;
      Set<String> expected = start.found(title).keySet();
      Set<String> found = new TreeSet<>(gapped.found(title).keySet());
      assertThat(found).as(where).containsAll(expected);
      found.removeAll(before);
      assertThat(expected).as(where).containsAll(found);
    }
  }

  @Test
  void gapThatIsDoneInParts_isSeenAsOne() {
    List<RawBatch> batches = received(800);
    Detecting gapped = new Detecting(PROMPT);
    batches.subList(0, 750).forEach(gapped.journal::append);
    gapped.drain(Detecting.without(Detecting.MANY));
    batches.subList(750, 800).forEach(gapped.journal::append);
    gapped.drain(Detecting.all());
    Set<String> before = gapped.found(Detecting.MANY).keySet();
    RuleRef rule = Detecting.ref(Detecting.MANY);
    Reevaluation asked = gapped.request(rule, gapped.coverage(rule).gaps());

    assertThat(gapped.reevaluator(1).step(() -> {}).events()).isEqualTo(250 * 20);
    assertThat(gapped.store.reevaluations().next().orElseThrow().position()).isEqualTo(250);
    while (!gapped.reevaluator(1).step(() -> {}).idle()) {
      continue;
    }

    assertThat(gapped.store.reevaluations().failure(asked.id())).isEmpty();
    Detecting start = new Detecting(PROMPT);
    batches.forEach(start.journal::append);
    start.drain(Detecting.all());
    Set<String> expected = start.found(Detecting.MANY).keySet();
    Set<String> found = new TreeSet<>(gapped.found(Detecting.MANY).keySet());
    assertThat(found).containsAll(expected);
    found.removeAll(before);
    assertThat(expected).containsAll(found);
    assertThat(found).hasSizeGreaterThan(100);
  }

  /** Batches that are received as soon as they have happened. */
  private static List<RawBatch> received(int count) {
    List<RawBatch> received = new ArrayList<>();
    for (RawBatch batch : TestCorrelations.batches(count, 0)) {
      Instant at = TestEvents.BEGINNING.plusSeconds(20L * received.size() + 20);
      received.add(
          new RawBatch(
              batch.origin(),
              batch.batchKey(),
              batch.format(),
              at,
              batch.payload(),
              batch.count()));
    }
    return received;
  }

  /** The same for events that come in another order, in which none is too late. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ruleThatCameLater_whateverTheOrder_findsWhatItWouldHaveFound(long seed) {
    Detecting detecting = new Detecting();
    List<RawBatch> batches = TestCorrelations.batches(60, seed);
    int until = 5 + new Random(seed).nextInt(50);
    batches.subList(0, until).forEach(detecting.journal::append);
    detecting.drainWithoutClock(Detecting.without(Detecting.MANY));
    batches.subList(until, 60).forEach(detecting.journal::append);
    detecting.drain(Detecting.all());

    detecting.reevaluate(Detecting.ref(Detecting.MANY));

    Detecting start = new Detecting();
    batches.forEach(start.journal::append);
    start.drain(Detecting.all());
    assertThat(detecting.found(Detecting.MANY).keySet())
        .containsAll(start.found(Detecting.MANY).keySet());
  }
}
