package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.eventsec.persistence.inventory.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnapshotRehearsalTest {
  private final SnapshotRehearsal rehearsal = new SnapshotRehearsal();

  @Test
  void both_areOfAThousandPackagesOfAnAssetOfTheirOwn() {
    assertThat(rehearsal.snapshot().components()).hasSize(1_000);
    assertThat(rehearsal.sbom().components()).hasSize(1_000);
    assertThat(rehearsal.sbom().asset().hostname())
        .matches("rehearsal-[0-9a-f-]{36}\\.invalid")
        .isNotEqualTo(rehearsal.sbom().asset().hostname());
  }

  @Test
  void all_areRecorded() {
    List<Snapshot> recorded = new ArrayList<>();
    rehearsal.recorder = recording(recorded::add);
    rehearsal.rehearse();
    assertThat(recorded).hasSize(6);
  }

  @Test
  void databaseThatDoesNotAnswer_isNoFailure() {
    rehearsal.recorder =
        recording(
            any -> {
              throw new IllegalStateException("away");
            });
    assertThatCode(rehearsal::rehearse).doesNotThrowAnyException();
  }

  private static SnapshotRehearsal.Recorder recording(Consumer<Snapshot> each) {
    return new SnapshotRehearsal.Recorder() {
      @Override
      public void record(Snapshot snapshot) {
        each.accept(snapshot);
      }
    };
  }
}
