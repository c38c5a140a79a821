package io.eventsec.app.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final JournalPosition END = new JournalPosition(10);

  @Test
  void readerBehindThatHasNotMoved_isNamedWithItsLag() {
    assertThat(problems(reader(4, Duration.ofMinutes(3))))
        .singleElement()
        .asString()
        .contains("detect is 6 batches behind", "11:57:00");
  }

  @Test
  void readerThatIsBehindAndMoves_orHasNothingToDo_isWell() {
    assertThat(problems(reader(4, Duration.ofSeconds(1)))).isEmpty();
    assertThat(problems(reader(10, Duration.ofDays(3)))).isEmpty();
  }

  @Test
  void failingJob_isNamedWithTheReason() {
    assertThat(problems(job(Duration.ofSeconds(-5), Optional.empty(), Optional.of("disk full"))))
        .singleElement()
        .asString()
        .contains("sweep has failed 1 times", "disk full");
  }

  @Test
  void dueJobThatNobodyDoes_isNamed_andOneAtWorkIsNot() {
    assertThat(problems(job(Duration.ofMinutes(5), Optional.empty(), Optional.empty())))
        .singleElement()
        .asString()
        .contains("sweep has been due since", "no node");
    assertThat(problems(job(Duration.ofMinutes(5), Optional.of("a"), Optional.empty()))).isEmpty();
    assertThat(problems(job(Duration.ofSeconds(5), Optional.empty(), Optional.empty()))).isEmpty();
  }

  private static List<String> problems(ReaderState reader) {
    return Watch.problems(new Standing(List.of(reader), END, List.of()), NOW);
  }

  private static List<String> problems(JobState job) {
    return Watch.problems(new Standing(List.of(), END, List.of(job)), NOW);
  }

  private static ReaderState reader(long position, Duration still) {
    return new ReaderState("detect", new JournalPosition(position), 0, 0, NOW.minus(still));
  }

  private static JobState job(Duration dueFor, Optional<String> owner, Optional<String> failure) {
    JobState.Run run = new JobState.Run(NOW, NOW, Optional.empty(), failure);
    return new JobState(
        "sweep", NOW.minus(dueFor), owner, owner.map(o -> NOW), Optional.of(run), 1);
  }
}
