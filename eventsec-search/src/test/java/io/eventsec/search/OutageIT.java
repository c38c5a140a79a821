package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.embedded.EmbeddedOpenSearch;
import io.eventsec.embedded.OpenSearchConfig;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.testkit.TestEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
  private static final int BATCHES = 60;
  private static final int BATCH = 100;
  private static final Tenant TENANT = new Tenant("outage");

  @TempDir private Path directory;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void killedAndStartedWhileIndexing_losesNothingAndStoresNothingTwice() throws Exception {
    OpenSearchConfig config =
        OpenSearchConfig.durable(directory)
            .withBinaries(TestServers.binaries())
            .withHeapMegabytes(256);
    try (EmbeddedOpenSearch server = new EmbeddedOpenSearch(config)) {
      server.start();
      try (OpenSearchConnection connection = OpenSearchConnection.to(server.url()).build()) {
        OpenSearchEvents events = new OpenSearchEvents(connection);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger unavailable = new AtomicInteger();
        CompletableFuture<Void> writer =
            CompletableFuture.runAsync(() -> writeAll(events, done, unavailable));
        awaitAtLeast(done, BATCHES / 3);
        server.kill();
        assertDown(connection);
        awaitAtLeast(unavailable, 1);
        server.start();
        writer.get(3, TimeUnit.MINUTES);
        assertThat(unavailable.get()).isPositive();
        assertThat(found(events)).hasSize(BATCHES * BATCH);
      }
    }
  }

  private static void writeAll(
      OpenSearchEvents events, AtomicInteger done, AtomicInteger unavailable) {
    for (int batch = 0; batch < BATCHES; batch++) {
      int first = batch * BATCH;
      List<Event> some =
          IntStream.range(first, first + BATCH).mapToObj(n -> TestEvents.event(TENANT, n)).toList();
      while (!stored(events, some)) {
        unavailable.incrementAndGet();
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
      done.incrementAndGet();
    }
  }

  private static boolean stored(OpenSearchEvents events, List<Event> some) {
    try {
      assertThat(events.index(some).rejections()).isEmpty();
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  private static void assertDown(OpenSearchConnection connection) {
    OpenSearchEvents events = new OpenSearchEvents(connection);
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> events.search(TestSearch.all(TENANT)))
        .withMessageContaining(connection.url());
    SearchHealth health =
        new OpenSearchHealth(new OpenSearchTemplates(connection)).check(Duration.ofSeconds(10));
    assertThat(health.state()).isEqualTo(SearchHealth.State.DOWN);
    assertThat(health.reason()).contains("does not answer");
  }

  private static Set<EventId> found(OpenSearchEvents events) {
    events.refresh(TENANT);
    Set<EventId> ids = new HashSet<>();
    EventQuery query = TestSearch.all(TENANT).withLimit(200);
    Optional<String> next;
    do {
      EventPage page = events.search(query);
      page.items().forEach(hit -> assertThat(ids.add(hit.id())).isTrue());
      next = page.nextCursor();
      query = next.map(query::withCursor).orElse(query);
    } while (next.isPresent());
    return ids;
  }

  private static void awaitAtLeast(AtomicInteger counter, int least) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (counter.get() < least) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }
}
