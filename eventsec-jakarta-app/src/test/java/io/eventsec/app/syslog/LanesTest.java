package io.eventsec.app.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Lanes.Lane ONE = lane("one");
  private static final Lanes.Lane OTHER = lane("other");

  private final List<String> kept = new ArrayList<>();

  @Test
  void portionsOfALane_areOneBatch_upToItsLines_andLanesTakeTurns() throws Exception {
    Lanes lanes = new Lanes(1_000, 5);
    lanes.put(ONE, portion("a", 3));
    lanes.put(ONE, portion("b", 2));
    lanes.put(ONE, portion("c", 1));
    lanes.put(OTHER, portion("d", 7));

    Lanes.Load first = take(lanes);
    assertThat(first.lane()).isEqualTo(ONE);
    assertThat(first.count()).isEqualTo(5);
    lanes.put(ONE, portion("e", 1));
    assertThat(take(lanes).lane()).isEqualTo(OTHER);
    assertThat(take(lanes).portions()).extracting(Lanes.Portion::count).containsExactly(1, 1);
    assertThat(lanes.take(Duration.ZERO)).isEmpty();
    assertThat(kept).isEmpty();
    lanes.done(first);
    assertThat(kept).containsExactly("a", "b");
  }

  @Test
  void whoHasNoRoom_isCalledOnceThereIs() throws Exception {
    Lanes lanes = new Lanes(10, 5);
    AtomicInteger called = new AtomicInteger();
    lanes.whenRoom(called::incrementAndGet);
    assertThat(called).hasValue(1);
    lanes.put(ONE, portion("0123456789", 1));
    lanes.put(OTHER, portion("0", 1));
    lanes.whenRoom(called::incrementAndGet);
    assertThat(called).hasValue(1);
    assertThat(lanes.held()).isEqualTo(11);

    Lanes.Load first = take(lanes);
    assertThat(called).hasValue(1);
    lanes.done(first);
    assertThat(called).hasValue(2);
    lanes.done(take(lanes));
    assertThat(called).hasValue(2);
    assertThat(lanes.held()).isZero();
    assertThat(lanes.messages()).isZero();
  }

  @Test
  void whatTheJournalDoesNotTake_isToldAsLost_whenTheServerStops() throws Exception {
    Kept journal = new Kept();
    journal.away(true);
    Figures figures = new Figures();
    Lanes lanes = new Lanes(1_000, 5);
    Keeper keeper = new Keeper(lanes, journal, figures);
    Thread thread = new Thread(keeper);
    thread.start();
    lanes.put(ONE, portion("a", 3));
    Kept.until(() -> keeper.failure().isPresent());

    keeper.stop(Duration.ofMillis(1));

    thread.join();
    assertThat(figures.lost.sum()).isEqualTo(3);
    assertThat(figures.kept.sum()).isZero();
    assertThat(keeper.failure().orElseThrow()).contains("The journal is away");
  }

  private Lanes.Portion portion(String text, int count) {
    return new Lanes.Portion(text.getBytes(StandardCharsets.UTF_8), count, () -> kept.add(text));
  }

  private static Lanes.Load take(Lanes lanes) throws InterruptedException {
    return lanes.take(Duration.ZERO).orElseThrow();
  }

  private static Lanes.Lane lane(String source) {
    return new Lanes.Lane(new SyslogSource(Tenant.DEFAULT, source), true);
  }
}
