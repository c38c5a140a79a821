package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.persistence.vulnerability.AdvisoryMirrors;
import io.eventsec.persistence.vulnerability.MirrorStanding;
import io.eventsec.persistence.vulnerability.MirrorStanding.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdvisoryMirrorsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private AdvisoryMirrors mirrors = new AdvisoryMirrors(STORE.pool());

  @BeforeEach
  void begin() {
    mirrors = new AdvisoryMirrors(STORE.pool());
  }

  @Test
  void outcomes_areCountedAndKeepWhenSomethingLastCame() {
    assertThat(mirrors.note("kev.json", Outcome.FAILED, "away")).isEqualTo(1);
    assertThat(only().answeredAt()).isEmpty();
    assertThat(mirrors.note("kev.json", Outcome.UPDATED, "")).isZero();
    MirrorStanding updated = only();
    assertThat(updated.changedAt()).contains(updated.askedAt());
    assertThat(mirrors.note("kev.json", Outcome.UNCHANGED, "")).isZero();
    MirrorStanding unchanged = only();
    assertThat(unchanged.changedAt()).isEqualTo(updated.changedAt());
    assertThat(unchanged.answeredAt()).contains(unchanged.askedAt());
    assertThat(mirrors.note("kev.json", Outcome.FAILED, "away \u0000" + "x".repeat(2000)))
        .isEqualTo(1);
    assertThat(mirrors.note("kev.json", Outcome.FAILED, "away")).isEqualTo(2);
    MirrorStanding failed = only();
    assertThat(failed.reason()).isEqualTo("away");
    assertThat(failed.answeredAt()).isEqualTo(unchanged.answeredAt());
    assertThat(failed.changedAt()).isEqualTo(updated.changedAt());
  }

  @Test
  void retain_forgetsTheOthers() {
    for (String name : List.of("a.zip", "b.zip", "c.zip")) {
      mirrors.note(name, Outcome.UPDATED, "");
    }
    mirrors.retain(List.of("b.zip", "never.zip"));
    assertThat(only().name()).isEqualTo("b.zip");
    mirrors.retain(List.of());
    assertThat(mirrors.all()).isEmpty();
  }

  private MirrorStanding only() {
    assertThat(mirrors.all()).hasSize(1);
    return mirrors.all().get(0);
  }
}
