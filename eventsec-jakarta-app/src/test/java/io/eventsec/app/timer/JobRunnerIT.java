package io.eventsec.app.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.job.JobState;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.testkit.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real database, without a container. */
class JobRunnerIT {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final TestDatabase database = TestServers.emptyDatabase();
  private final Jobs jobs = new Jobs(database.dataSource());
  private final JobRunner runner = new JobRunner(jobs, "node-a", LEASE);
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void migrate() {
    new SchemaMigration(database.dataSource()).migrate();
    jobs.add(List.of("sweep"));
  }

  @AfterEach
  void drop() {
    TestServers.drop(database);
  }

  @Test
  void dueJob_onManyNodesAtOnce_runsOnce() throws Exception {
    TimedJob job = job(turn -> "swept " + runs.incrementAndGet());
    List<Callable<Boolean>> nodes =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () -> {
                      new JobRunner(jobs, "node-" + i, LEASE).runIfDue(job);
                      return true;
                    })
            .toList();
    Parallel.run(nodes);
    assertThat(runs).hasValue(1);
    assertThat(state().lastRun().orElseThrow().report()).contains("swept 1");
    assertThat(state().owner()).isEmpty();
  }

  @Test
  void failedRun_isKeptWithItsReason_andTriedAgainEarlier() {
    TimedJob job =
        job(
            turn -> {
              throw new IllegalStateException("broom\nbroke");
            });
    runner.runIfDue(job);
    assertThat(state().failures()).isEqualTo(1);
    assertThat(state().lastRun().orElseThrow().failure().orElseThrow())
        .contains("broom\\u000abroke");
    Duration next = Duration.between(state().lastRun().orElseThrow().finishedAt(), state().dueAt());
    assertThat(next).isLessThan(job.every());
    jobs.hurry("sweep");
    runner.runIfDue(job(turn -> "swept"));
    assertThat(state().failures()).isZero();
  }

  @Test
  void outage_isAFailureWithAReasonForPeople() {
    runner.runIfDue(
        job(
            turn -> {
              throw new StoreUnavailableException("OpenSearch is away");
            }));
    assertThat(state().lastRun().orElseThrow().failure()).contains("OpenSearch is away");
  }

  @Test
  void lostLease_stopsTheWork_andChangesNothing() {
    JobRunner brief = new JobRunner(jobs, "node-a", Duration.ofMillis(3));
    AtomicInteger parts = new AtomicInteger();
    brief.runIfDue(
        job(
            turn -> {
              takenOver();
              for (int i = 0; i < 3; i++) {
                turn.keep();
                parts.incrementAndGet();
              }
              return "swept all";
            }));
    assertThat(parts).hasValue(0);
    assertThat(state().owner()).contains("node-b");
    assertThat(state().lastRun()).isEmpty();
  }

  @Test
  void keptTurn_outlivesItsLease() throws Exception {
    JobRunner brief = new JobRunner(jobs, "node-a", Duration.ofSeconds(1));
    brief.runIfDue(
        job(
            turn -> {
              for (int i = 0; i < 15; i++) {
                pause();
                turn.keep();
                new JobRunner(jobs, "node-b", LEASE).runIfDue(job(other -> "not mine"));
              }
              return "swept all";
            }));
    assertThat(state().lastRun().orElseThrow().report()).contains("swept all");
  }

  @Test
  void retry_growsUpToTheJobsOwnTime() {
    assertThat(JobRunner.retry(Duration.ofHours(1), 1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(JobRunner.retry(Duration.ofHours(1), 3)).isEqualTo(Duration.ofSeconds(20));
    assertThat(JobRunner.retry(Duration.ofHours(1), 90)).isEqualTo(Duration.ofMinutes(10));
    assertThat(JobRunner.retry(Duration.ofSeconds(30), 9)).isEqualTo(Duration.ofSeconds(30));
    assertThat(JobRunner.retry(Duration.ofSeconds(1), 9)).isEqualTo(Duration.ofSeconds(5));
  }

  private void takenOver() {
    while (jobs.claim("sweep", "node-b", LEASE).isEmpty()) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JobState state() {
    return jobs.all().get(0);
  }

  private static TimedJob job(Function<Turn, String> work) {
    return new TimedJob() {
      @Override
      public String name() {
        return "sweep";
      }

      @Override
      public Duration every() {
        return Duration.ofHours(1);
      }

      @Override
      public String run(Turn turn) {
        return work.apply(turn);
      }
    };
  }
}
