package io.eventsec.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

  private static final Set<Measure> TIMES =
      EnumSet.of(
          Measure.READER_LAG_SECONDS,
          Measure.EXPECTED_SOURCE_SILENCE,
          Measure.EXPECTED_SOURCE_ALLOWED,
          Measure.TIMER_SECONDS,
          Measure.TIMER_FINISHED,
          Measure.TIMER_DUE,
          Measure.INDICATORS_LOOKED_AT,
          Measure.TAXII_SUCCEEDED,
          Measure.ADVISORY_SOURCE_AGE,
          Measure.ADVISORY_MIRROR_AGE);

  @ParameterizedTest
  @EnumSource
  void name_isOneOfPrometheus_withTheSuffixOfItsKind(Measure measure) {
    assertThat(measure.metric()).matches("eventsec(_[a-z]+)+");
    boolean counter =
        measure.kind() == Measure.Kind.COUNTER || measure.kind() == Measure.Kind.DATABASE_COUNTER;
    assertThat(measure.metric().endsWith("_total")).isEqualTo(counter);
    boolean time = measure.kind() == Measure.Kind.TIMER || TIMES.contains(measure);
    assertThat(measure.metric().endsWith("_seconds")).isEqualTo(time);
  }

  /** Tenants, sources, sensors, paths and addresses are without bounds, unless configured. */
  @ParameterizedTest
  @EnumSource
  void labels_areOfThoseWithBounds(Measure measure) {
    assertThat(measure.labels())
        .isSubsetOf(
            "reader",
            "stage",
            "outcome",
            "method",
            "route",
            "status",
            "what",
            "kind",
            "component",
            "timer",
            "expected",
            "feed",
            "transport",
            "reason");
  }

  @Test
  void names_areUnique() {
    assertThat(Measure.values()).extracting(Measure::metric).doesNotHaveDuplicates();
  }

  @Test
  void tags_needAValueForEachLabel() {
    assertThat(Measure.STEPS.tags("detect", "idle")).hasSize(2);
    assertThatThrownBy(() -> Measure.STEPS.tags("detect"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[stage, outcome]")
        .hasMessageContaining("[detect]");
  }
}
