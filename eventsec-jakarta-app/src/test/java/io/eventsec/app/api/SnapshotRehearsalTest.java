package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.eventsec.persistence.inventory.Snapshot;
import org.junit.jupiter.api.Test;

class SnapshotRehearsalTest {
  private final SnapshotRehearsal rehearsal = new SnapshotRehearsal();

  @Test
  void sbom_isOfAThousandPackagesOfAnAssetOfItsOwn() {
    Snapshot sbom = rehearsal.sbom();
    assertThat(sbom.components()).hasSize(1_000);
    assertThat(sbom.asset().hostname())
        .matches("rehearsal-[0-9a-f-]{36}\\.invalid")
        .isNotEqualTo(rehearsal.sbom().asset().hostname());
  }

  @Test
  void databaseThatDoesNotAnswer_isNoFailure() {
    rehearsal.recorder =
        new SnapshotRehearsal.Recorder() {
          @Override
          public void record(Snapshot snapshot) {
            throw new IllegalStateException("away");
          }
        };
    assertThatCode(rehearsal::rehearse).doesNotThrowAnyException();
  }
}
