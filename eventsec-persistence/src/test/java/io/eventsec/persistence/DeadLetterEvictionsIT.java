package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.persistence.detection.DeadLetterEvictions;
import io.eventsec.persistence.detection.DeadLetterUsage;
import io.eventsec.persistence.detection.EvictionNotice;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dead letters beyond their limit go, the oldest first, of one tenant only. */
class DeadLetterEvictionsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant OTHER = new Tenant("other");
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  private final DeadLetterEvictions evictions = new DeadLetterEvictions(STORE.pool());
  private final PostgresDeadLetters letters = new PostgresDeadLetters(STORE.pool());

  @BeforeEach
  void fill() {
    new Tenants(STORE.pool()).ensure(OTHER);
    List<DeadLetter> all =
        Stream.of(Tenant.DEFAULT, OTHER)
            .flatMap(
                tenant -> IntStream.range(0, 10).mapToObj(n -> TestEvents.deadLetter(tenant, n)))
            .toList();
    new PostgresDetectionStore(STORE.pool())
        .advance(new ReaderStep("index", JournalPosition.START, new JournalPosition(1)), all);
  }

  @Test
  void usages_weighEachTenant() {
    long bytes = bytes(letters.newest(Tenant.DEFAULT, 10));
    assertThat(evictions.usages())
        .containsExactly(
            new DeadLetterUsage(Tenant.DEFAULT, 10, bytes), new DeadLetterUsage(OTHER, 10, bytes));
  }

  @Test
  void evictSome_tooMany_takesTheOldestAndNoMore() {
    List<DeadLetter> newest = letters.newest(Tenant.DEFAULT, 4);
    assertThat(evictions.evictSome(Tenant.DEFAULT, 4, Long.MAX_VALUE)).isEqualTo(6);
    assertThat(evictions.evictSome(Tenant.DEFAULT, 4, Long.MAX_VALUE)).isZero();
    assertThat(letters.newest(Tenant.DEFAULT, 10)).isEqualTo(newest);
    assertThat(letters.count(OTHER)).isEqualTo(10);
  }

  @Test
  void evictSome_tooLarge_takesTheOldestUntilTheRestFits() {
    List<DeadLetter> newest = letters.newest(Tenant.DEFAULT, 3);
    assertThat(evictions.evictSome(Tenant.DEFAULT, 100, bytes(newest))).isEqualTo(7);
    assertThat(letters.newest(Tenant.DEFAULT, 10)).isEqualTo(newest);
    assertThat(evictions.evictSome(Tenant.DEFAULT, 100, bytes(newest) - 1)).isEqualTo(1);
  }

  @Test
  void announcement_isMadeOnce_countsWhatGoes_andEnds() {
    DeadLetterUsage usage = evictions.usage(Tenant.DEFAULT);
    evictions.announce(usage, NOW, NOW.plusSeconds(60));
    evictions.announce(usage, NOW.plusSeconds(5), NOW.plusSeconds(65));
    assertThat(evictions.open(Tenant.DEFAULT))
        .contains(
            new EvictionNotice(
                NOW, NOW.plusSeconds(60), usage.letters(), usage.bytes(), 0, Optional.empty()));
    assertThat(evictions.open(OTHER)).isEmpty();

    evictions.evictSome(Tenant.DEFAULT, 8, Long.MAX_VALUE);
    evictions.end(Tenant.DEFAULT, NOW.plusSeconds(60));

    assertThat(evictions.open(Tenant.DEFAULT)).isEmpty();
    assertThat(evictions.notices(Tenant.DEFAULT, 10))
        .singleElement()
        .satisfies(notice -> assertThat(notice.evicted()).isEqualTo(2))
        .satisfies(notice -> assertThat(notice.endedAt()).contains(NOW.plusSeconds(60)));
    assertThat(evictions.evicted()).isEqualTo(2);
  }

  @Test
  void usages_nothingLeftOfAnAnnouncedTenant_namesItStill() {
    evictions.announce(evictions.usage(OTHER), NOW, NOW.plusSeconds(60));
    evictions.evictSome(OTHER, 0, 0);
    assertThat(evictions.usages()).contains(new DeadLetterUsage(OTHER, 0, 0));
  }

  private static long bytes(List<DeadLetter> some) {
    return some.stream()
        .mapToLong(letter -> letter.rejection().raw().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
