package io.eventsec.core.correlate;

import static io.eventsec.core.correlate.Streams.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who waits for whom, how long, and what becomes of what comes too late. */
class LatenessTest {
  private static final LoadedRules RULES =
      Streams.rules(
          Streams.rule("a")
              + Streams.correlation(
                  "pair", "type: event_count, rules: [a], timespan: 30s, condition: {gte: 2}"));

  private final DetectionEngine engine = Streams.engine(RULES);
  private final Correlator correlator = correlator(CorrelatorOptions.DEFAULT);
  private int numbers;

  @Test
  void answer_comesWhenNothingEarlierCanCome() {
    add(correlator, "s", 0, 0);
    add(correlator, "s", 10, 10);
    assertThat(correlator.release()).isEmpty();
    add(correlator, "s", 125, 125);
    assertThat(correlator.release()).isEmpty();

    add(correlator, "s", 135, 135);

    assertThat(correlator.release()).hasSize(1);
  }

  @Test
  void slowSource_isWaitedFor_andASilentOneIsNot() {
    add(correlator, "slow", 0, 0);
    add(correlator, "fast", 1, 1);
    add(correlator, "fast", 500, 2);
    assertThat(correlator.release(BEGINNING.plusSeconds(3))).isEmpty();

    assertThat(correlator.release(BEGINNING.plusSeconds(121)))
        .as("the slow source was last heard 121 seconds ago")
        .hasSize(1);
  }

  @Test
  void everySourceSilent_everythingIsAnswered() {
    add(correlator, "s", 0, 0);
    add(correlator, "s", 10, 10);
    assertThat(correlator.release(BEGINNING.plusSeconds(100))).isEmpty();

    assertThat(correlator.release(BEGINNING.plusSeconds(131))).hasSize(1);
  }

  @Test
  void eventThatIsTooLate_isCountedAndListed() {
    add(correlator, "s", 0, 0);
    add(correlator, "s", 600, 600);
    add(correlator, "s", 900, 900);
    correlator.release();

    Event late = add(correlator, "s", 590, 901);

    assertThat(correlator.end()).isEmpty();
    assertThat(correlator.statistics().get(0).late()).isEqualTo(1);
    assertThat(correlator.takeUntimely())
        .singleElement()
        .satisfies(
            untimely -> {
              assertThat(untimely.reason()).isEqualTo(Reason.LATE);
              assertThat(untimely.event().id()).isEqualTo(late.id());
              assertThat(untimely.rule().title()).isEqualTo("pair");
            });
    assertThat(correlator.takeUntimely()).isEmpty();
  }

  @Test
  void sourceThatWasSilentWhileOthersWentOn_isAnsweredInItsOwnOrder() {
    add(correlator, "live", 0, 0, "other");
    add(correlator, "live", 3_000, 3_000, "other");
    correlator.release(BEGINNING.plusSeconds(3_000));

    add(correlator, "cloud", 1_020, 3_001);
    add(correlator, "live", 3_001, 3_001, "other");
    correlator.release(BEGINNING.plusSeconds(3_001));
    // Earlier than what came before it, but within the lateness of its own source.
    add(correlator, "cloud", 1_000, 3_002);
    correlator.release(BEGINNING.plusSeconds(3_002));

    List<Firing> firings = correlator.release(BEGINNING.plusSeconds(3_200));

    assertThat(firings)
        .extracting(firing -> firing.event().time())
        .contains(BEGINNING.plusSeconds(1_020));
    assertThat(correlator.statistics().get(0).late()).isZero();
  }

  @Test
  void groupOfASourceThatIsBehind_isKeptForIt() {
    add(correlator, "live", 0, 0);
    add(correlator, "cloud", 100, 100);
    for (int second = 10; second <= 1_000; second += 10) {
      add(correlator, "live", second, second, "other");
      correlator.release(BEGINNING.plusSeconds(second));
    }

    add(correlator, "cloud", 120, 1_001);
    correlator.release(BEGINNING.plusSeconds(1_001));

    assertThat(correlator.release(BEGINNING.plusSeconds(1_200)))
        .extracting(firing -> firing.event().time())
        .contains(BEGINNING.plusSeconds(120));
  }

  @Test
  void groupOfASourceThatIsBehind_isKeptForItOverARestart() {
    Map<String, byte[]> state = new HashMap<>();
    Correlator first = restarted(state);
    add(first, "live", 0, 0);
    add(first, "cloud", 100, 100);
    first.release(BEGINNING.plusSeconds(100));
    add(first, "live", 1_000, 1_000, "other");
    first.release(BEGINNING.plusSeconds(1_000));
    Streams.keep(first, state);

    Correlator second = restarted(state);
    add(second, "live", 1_010, 1_010, "other");
    second.release(BEGINNING.plusSeconds(1_010));
    Streams.keep(second, state);
    Correlator third = restarted(state);
    add(third, "cloud", 120, 1_011);
    third.release(BEGINNING.plusSeconds(1_011));
    Streams.keep(third, state);

    // What waits from behind is in the state, too.
    assertThat(restarted(state).release(BEGINNING.plusSeconds(1_200)))
        .extracting(firing -> firing.event().time())
        .contains(BEGINNING.plusSeconds(120));
  }

  private static Correlator restarted(Map<String, byte[]> state) {
    return Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(RULES))
        .tracksChanges()
        .restore(state)
        .build();
  }

  @Test
  void eventThatComesAgainMuchLater_isNotCountedAgain() {
    Event event = add(correlator, "s", 0, 0);
    add(correlator, "t", 600, 600, "other");
    correlator.release(BEGINNING.plusSeconds(600));

    correlator.add(event, engine.process(event));
    add(correlator, "t", 1_200, 1_200, "other");

    assertThat(correlator.release(BEGINNING.plusSeconds(1_200))).isEmpty();
    assertThat(correlator.end()).isEmpty();
    assertThat(correlator.statistics().get(0).late()).isEqualTo(1);
  }

  @Test
  void eventWithAWrongClock_isSetAside_andDoesNotMoveTime() {
    add(correlator, "s", 0, 0);
    add(correlator, "s", 3 * 86_400, 1);
    add(correlator, "s", 10, 10);
    correlator.release();

    assertThat(correlator.end()).hasSize(1);
    assertThat(correlator.statistics().get(0).ahead()).isEqualTo(1);
    assertThat(correlator.takeUntimely())
        .extracting(UntimelyEvent::reason)
        .containsExactly(Reason.AHEAD);
  }

  @Test
  void eventOfNoTimeThatCanBe_isSetAside() {
    for (Instant time : List.of(Instant.MIN, Instant.MAX)) {
      Event event =
          Event.builder(id(), Tenant.DEFAULT, "s").time(time).nativeField("kind", "a").build();
      correlator.add(event, engine.process(event));
    }
    correlator.release();

    assertThat(correlator.statistics().get(0).ahead()).isEqualTo(2);
  }

  @Test
  void ruleWithALatenessOfItsOwn_answersSooner() {
    String id = RULES.correlations().get(0).ref().id();
    Correlator hasty =
        correlator(
            new CorrelatorOptions(
                Duration.ofMinutes(2),
                Map.of(id, Duration.ZERO),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Duration.ofDays(1),
                java.util.Optional.empty(),
                1 << 20,
                1_000));
    add(hasty, "s", 0, 0);
    add(hasty, "s", 10, 10);
    add(hasty, "s", 10.1, 10);

    assertThat(hasty.release()).hasSize(1);
  }

  @Test
  void ruleThatSaysItsOwnLateness_answersSooner() {
    LoadedRules rules =
        Streams.rules(
            Streams.rule("a")
                + "title: x\neventsec: {lateness: 1s}\ncorrelation: {type: event_count, rules: [a],"
                + " timespan: 30s, condition: {gte: 2}}\n");
    Correlator hasty = Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(rules)).build();
    for (double second : new double[] {0, 1, 3}) {
      Event event = Streams.event("s", numbers++, second, Map.of("kind", "a"));
      hasty.add(event, Streams.engine(rules).process(event));
    }

    assertThat(hasty.release()).hasSize(1);
  }

  @Test
  void tooManyWaiting_theEarliestAreTakenUpSooner() {
    Correlator small = correlator(CorrelatorOptions.DEFAULT.withMemory(1 << 20, 3));
    add(small, "s", 0, 0);
    add(small, "s", 5, 5);
    add(small, "s", 50, 50);
    assertThat(small.release()).isEmpty();
    add(small, "s", 51, 51);
    add(small, "s", 52, 52);

    assertThat(small.pending()).isEqualTo(3);
    assertThat(small.release()).hasSize(1);
    add(small, "s", 3, 53);
    small.end();
    assertThat(small.statistics().get(0).late()).isEqualTo(1);
  }

  @Test
  void eventsThatWaitFromBehind_areCountedAmongThoseThatWait() {
    Correlator small = correlator(CorrelatorOptions.DEFAULT.withMemory(1 << 20, 3));
    add(small, "live", 3_000, 3_000, "other");
    small.release(BEGINNING.plusSeconds(3_000));
    for (int second = 0; second < 5; second++) {
      add(small, "cloud", 100 * second, 3_001);
    }

    assertThat(small.pending()).isEqualTo(3);
  }

  @Test
  void sameEventTwice_countsOnce() {
    Event event = Streams.event("s", 1, 5, Map.of("kind", "a"));
    correlator.add(event, engine.process(event));
    correlator.add(event, engine.process(event));

    assertThat(correlator.end()).isEmpty();
    assertThat(correlator.statistics().get(0).events()).isEqualTo(1);
  }

  private Correlator correlator(CorrelatorOptions options) {
    return Correlator.builder(Tenant.DEFAULT, CorrelationRules.compile(RULES))
        .options(options)
        .build();
  }

  private Event add(Correlator to, String source, double second, double received) {
    return add(to, source, second, received, "a");
  }

  private Event add(Correlator to, String source, double second, double received, String kind) {
    Event event =
        Event.builder(id(), Tenant.DEFAULT, source)
            .time(BEGINNING.plusMillis((long) (second * 1_000)))
            .receivedAt(BEGINNING.plusMillis((long) (received * 1_000)))
            .nativeField("kind", kind)
            .build();
    to.add(event, engine.process(event));
    return event;
  }

  private EventId id() {
    return EventId.of(new EventOrigin(Tenant.DEFAULT, "s", "k", 0), numbers++);
  }
}
