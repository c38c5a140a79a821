package io.eventsec.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

  @ParameterizedTest
  @EnumSource
  void name_isOneOfPrometheus_withTheSuffixOfItsKind(Measure measure) {
    assertThat(measure.metric()).matches("eventsec(_[a-z]+)+");
    boolean counter =
        measure.kind() == Measure.Kind.COUNTER || measure.kind() == Measure.Kind.DATABASE_COUNTER;
    assertThat(measure.metric().endsWith("_total")).isEqualTo(counter);
    assertThat(measure.metric().endsWith("_seconds"))
        .isEqualTo(measure.kind() == Measure.Kind.TIMER || measure == Measure.READER_LAG_SECONDS);
  }

  /** Tenants, sources, sensors, paths and addresses are without bounds. */
  @ParameterizedTest
  @EnumSource
  void labels_areOfThoseWithBounds(Measure measure) {
    assertThat(measure.labels())
        .isSubsetOf("reader", "stage", "outcome", "method", "route", "status", "kind", "component");
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
