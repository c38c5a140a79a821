package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.job.Claim;
import io.eventsec.persistence.job.JobState;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.testkit.Parallel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration GONE_AT_ONCE = Duration.ofMillis(1);

  private final TestDatabase database = TestServers.emptyDatabase();
  private final Jobs jobs = new Jobs(database.dataSource());

  @BeforeEach
  void migrate() {
    new SchemaMigration(database.dataSource()).migrate();
    jobs.add(List.of("sweep", "count"));
  }

  @AfterEach
  void drop() {
    TestServers.drop(database);
  }

  @Test
  void claim_byManyAtOnce_isGivenToOne() throws Exception {
    List<Callable<Optional<Claim>>> nodes = new ArrayList<>();
    IntStream.range(0, 16).forEach(i -> nodes.add(() -> jobs.claim("sweep", "node-" + i, LONG)));
    List<Optional<Claim>> claims = Parallel.run(nodes);
    assertThat(claims.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void claim_ofAnUnknownJob_isEmpty() {
    assertThat(jobs.claim("paint", "a", LONG)).isEmpty();
    assertThat(jobs.hurry("paint")).isFalse();
  }

  @Test
  void lease_thatRanOutAndWasTaken_canNeitherBeRenewedNorFinished() {
    Claim first = jobs.claim("sweep", "a", GONE_AT_ONCE).orElseThrow();
    Claim second = awaitClaim("b");
    assertThat(second.turn()).isGreaterThan(first.turn());
    assertThat(jobs.renew(first, LONG)).isFalse();
    assertThat(jobs.succeeded(first, "all swept", LONG)).isFalse();
    assertThat(jobs.failed(first, "broom broke", LONG)).isFalse();
    jobs.release(first);
    assertThat(state("sweep").owner()).contains("b");
    assertThat(state("sweep").lastRun()).isEmpty();
  }

  @Test
  void lease_thatRanOutAndNobodyTook_isRenewed() {
    Claim claim = jobs.claim("sweep", "a", GONE_AT_ONCE).orElseThrow();
    assertThat(jobs.renew(claim, LONG)).isTrue();
    assertThat(jobs.claim("sweep", "b", LONG)).isEmpty();
  }

  @Test
  void sameOwner_afterARestartOfItsWork_hasAnotherTurn() {
    Claim first = jobs.claim("sweep", "a", GONE_AT_ONCE).orElseThrow();
    awaitClaim("a");
    assertThat(jobs.renew(first, LONG)).isFalse();
  }

  @Test
  void finishedJob_isDueAgainLater_andHurriedAtOnce() {
    Claim claim = jobs.claim("sweep", "a", LONG).orElseThrow();
    assertThat(jobs.succeeded(claim, "3 swept", LONG)).isTrue();
    assertThat(jobs.claim("sweep", "b", LONG)).isEmpty();
    JobState.Run run = state("sweep").lastRun().orElseThrow();
    assertThat(run.succeeded()).isTrue();
    assertThat(run.report()).contains("3 swept");
    assertThat(run.finishedAt()).isAfterOrEqualTo(run.startedAt());
    assertThat(state("sweep").dueAt()).isAfter(run.finishedAt());
    assertThat(jobs.hurry("sweep")).isTrue();
    assertThat(jobs.claim("sweep", "b", LONG)).isPresent();
  }

  @Test
  void jobThatIsHurriedWhileItIsDone_isDoneOnceMore() {
    Claim claim = jobs.claim("sweep", "a", LONG).orElseThrow();
    assertThat(jobs.hurry("sweep")).isTrue();
    assertThat(jobs.claim("sweep", "b", LONG)).as("it is being done").isEmpty();
    jobs.succeeded(claim, "swept", LONG);
    Claim again = jobs.claim("sweep", "b", LONG).orElseThrow();
    jobs.succeeded(again, "swept", LONG);
    assertThat(jobs.claim("sweep", "a", LONG)).as("once").isEmpty();
  }

  @Test
  void failures_areCountedUntilARunSucceeds() {
    jobs.failed(
        jobs.claim("sweep", "a", LONG).orElseThrow(), "x\u0000".repeat(3_000), Duration.ZERO);
    jobs.failed(jobs.claim("sweep", "a", LONG).orElseThrow(), "broom broke", Duration.ZERO);
    assertThat(state("sweep").failures()).isEqualTo(2);
    assertThat(state("sweep").lastRun().orElseThrow().failure()).contains("broom broke");
    Claim third = jobs.claim("sweep", "a", LONG).orElseThrow();
    assertThat(third.failures()).isEqualTo(state("sweep").failures()).isPositive();
    jobs.succeeded(third, "swept", Duration.ZERO);
    assertThat(state("sweep").failures()).isZero();
    assertThat(state("sweep").lastRun().orElseThrow().failure()).isEmpty();
  }

  @Test
  void addingAgain_leavesAJobAsItIs() {
    Claim claim = jobs.claim("sweep", "a", LONG).orElseThrow();
    jobs.add(List.of("sweep"));
    assertThat(jobs.renew(claim, LONG)).isTrue();
    assertThat(jobs.all()).extracting(JobState::name).containsExactly("count", "sweep");
  }

  @Test
  void leaseOfNothing_isRefused() {
    assertThatThrownBy(() -> jobs.claim("sweep", "a", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }

  private Claim awaitClaim(String owner) {
    Optional<Claim> claim = Optional.empty();
    while (claim.isEmpty()) {
      claim = jobs.claim("sweep", owner, LONG);
    }
    return claim.get();
  }

  private JobState state(String name) {
    return jobs.all().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }
}
