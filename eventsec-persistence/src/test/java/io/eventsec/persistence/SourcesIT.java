package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.source.SourceRecord;
import io.eventsec.persistence.source.Sources;
import io.eventsec.testkit.Parallel;
import io.eventsec.testkit.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has sent, as appending notes it. */
class SourcesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant FIRST = TestEvents.BEGINNING;
  private static final Instant LATER = FIRST.plus(Duration.ofMinutes(5));
  private static final Tenant ACME = new Tenant("acme");

  private final PostgresJournal journal = new PostgresJournal(STORE.pool());
  private final Sources sources = new Sources(STORE.pool());

  @Test
  void append_notesTheSourceWithItsTimesAndCounts() {
    append(Tenant.DEFAULT, "zeek", "a", LATER, 3);
    append(Tenant.DEFAULT, "eve", "a", FIRST, 1);
    append(Tenant.DEFAULT, "eve", "b", LATER, 2);
    assertThat(sources.list(Tenant.DEFAULT))
        .containsExactly(
            new SourceRecord(Tenant.DEFAULT, "eve", FIRST, LATER, 2, 3),
            new SourceRecord(Tenant.DEFAULT, "zeek", LATER, LATER, 1, 3));
    assertThat(sources.count()).isEqualTo(2);
  }

  @Test
  void repeatedBatch_countsOnce_andIsNoSignOfLife() {
    append(Tenant.DEFAULT, "eve", "a", FIRST, 1);
    append(Tenant.DEFAULT, "eve", "a", LATER, 1);
    assertThat(sources.list(Tenant.DEFAULT))
        .containsExactly(new SourceRecord(Tenant.DEFAULT, "eve", FIRST, FIRST, 1, 1));
  }

  @Test
  void batchOfANodeWhoseClockIsBehind_doesNotMakeTheSourceOlder() {
    append(Tenant.DEFAULT, "eve", "a", LATER, 1);
    append(Tenant.DEFAULT, "eve", "b", FIRST, 1);
    assertThat(sources.list(Tenant.DEFAULT))
        .containsExactly(new SourceRecord(Tenant.DEFAULT, "eve", LATER, LATER, 2, 2));
  }

  @Test
  void sourcesOfTwoTenants_areApart() {
    STORE.execute("insert into tenants (id) values ('acme')");
    append(Tenant.DEFAULT, "eve", "a", FIRST, 1);
    append(ACME, "eve", "a", LATER, 7);
    assertThat(sources.list(ACME))
        .containsExactly(new SourceRecord(ACME, "eve", LATER, LATER, 1, 7));
    assertThat(sources.find(List.of(new Sources.Key(ACME, "eve"), new Sources.Key(ACME, "zeek"))))
        .containsExactly(new SourceRecord(ACME, "eve", LATER, LATER, 1, 7));
    assertThat(sources.find(List.of())).isEmpty();
  }

  @Test
  void droppedBatches_leaveTheSource() {
    STORE.execute("update journal_state set last_position = 9998");
    append(Tenant.DEFAULT, "eve", "a", FIRST, 1);
    assertThat(journal.truncate(new JournalPosition(9999))).isEqualTo(1);
    assertThat(sources.list(Tenant.DEFAULT)).hasSize(1);
  }

  @Test
  void appendsAtOnce_loseNoCount() throws Exception {
    List<Callable<Boolean>> senders =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                sender ->
                    () -> {
                      for (int n = 0; n < 10; n++) {
                        append(Tenant.DEFAULT, "s" + n % 3, sender + "-" + n, FIRST, 2);
                      }
                      return true;
                    })
            .toList();
    Parallel.run(senders);
    assertThat(sources.list(Tenant.DEFAULT).stream().mapToLong(SourceRecord::records).sum())
        .isEqualTo(journal.totals().records())
        .isEqualTo(8 * 10 * 2);
  }

  @Test
  void oneSourceTooMany_hasTheLongestSilentForgotten_ofItsTenantOnly() {
    STORE.execute("insert into tenants (id) values ('acme')");
    append(ACME, "oldest", "a", FIRST.minus(Duration.ofDays(1)), 1);
    STORE.execute(
        """
        insert into sources (tenant, name, first_received_at, last_received_at, batches, records)
        select 'default', 'made-up-' || n, '2025-01-01', timestamptz '2025-01-01' + n * interval '1 s',
          1, 1 from generate_series(1, %d) n"""
            .formatted(Sources.MOST));
    append(Tenant.DEFAULT, "eve", "a", FIRST, 1);
    List<SourceRecord> known = sources.list(Tenant.DEFAULT);
    assertThat(known).hasSize(Sources.MOST).extracting(SourceRecord::name).contains("eve");
    assertThat(known)
        .extracting(SourceRecord::name)
        .contains("made-up-2")
        .doesNotContain("made-up-1");
    assertThat(sources.list(ACME)).hasSize(1);
  }

  private void append(Tenant tenant, String source, String key, Instant at, int records) {
    byte[] payload = "{}\n".repeat(records).getBytes(StandardCharsets.UTF_8);
    journal.append(
        new RawBatch(
            new EventOrigin(tenant, source, key, 0), key, RawBatch.AUTO, at, payload, records));
  }
}
