package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.job.JobState;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.job.Lease;
import io.eventsec.persistence.schema.SchemaMigration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration GONE_AT_ONCE = Duration.ofMillis(3);

  private final TestDatabase database = TestServers.emptyDatabase();
  private final Jobs jobs = new Jobs(database.dataSource());

  @BeforeEach
  void migrate() {
    new SchemaMigration(database.dataSource()).migrate();
    jobs.add(List.of("read"));
  }

  @AfterEach
  void drop() {
    TestServers.drop(database);
  }

  @Test
  void heldJob_isNobodyElses_untilItIsGivenUp() {
    Lease first = new Lease(jobs, "read", "a", LONG);
    Lease second = new Lease(jobs, "read", "b", LONG);
    assertThat(first.hold()).isTrue();
    assertThat(second.hold()).isFalse();
    assertThat(first.hold()).isTrue();
    first.giveUp();
    assertThat(second.hold()).isTrue();
    assertThat(first.hold()).isFalse();
  }

  @Test
  void silentNode_losesTheJob_andKnowsWhenItAsksAgain() throws InterruptedException {
    Lease silent = new Lease(jobs, "read", "a", GONE_AT_ONCE);
    Lease next = new Lease(jobs, "read", "b", LONG);
    assertThat(silent.hold()).isTrue();
    while (!next.hold()) {
      Thread.sleep(1);
    }
    assertThat(silent.hold()).isFalse();
    silent.giveUp();
    assertThat(jobs.all()).flatExtracting(JobState::owner).isNotEmpty();
    assertThat(next.hold()).isTrue();
  }

  @Test
  void leaseThatRanOut_isRenewed_whileNobodyWantsTheJob() throws InterruptedException {
    Lease slow = new Lease(jobs, "read", "a", GONE_AT_ONCE);
    assertThat(slow.hold()).isTrue();
    Thread.sleep(20);
    assertThat(slow.hold()).isTrue();
  }
}
