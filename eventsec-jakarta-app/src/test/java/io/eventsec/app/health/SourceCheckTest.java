package io.eventsec.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.ExpectedSource;
import io.eventsec.app.source.Expectation;
import io.eventsec.core.event.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void nothingExpected_isWellAndSaysHowToExpectSomething() {
    Component.Finding finding = SourceCheck.finding(List.of(), NOW);
    assertThat(finding.state()).isEqualTo(ComponentState.State.UP);
    assertThat(finding.reason()).contains("EVENTSEC_SOURCE_EXPECTED");
  }

  @Test
  void sourceWithinItsTime_isWell() {
    Component.Finding finding = SourceCheck.finding(List.of(last("eve", "11:45:00")), NOW);
    assertThat(finding.state()).isEqualTo(ComponentState.State.UP);
    assertThat(finding.reason()).isEmpty();
    assertThat(finding.details()).containsEntry("expected", "1").containsEntry("silent", "0");
  }

  @Test
  void clockOfAnotherNodeIsAhead_isWell() {
    assertThat(SourceCheck.finding(List.of(last("eve", "12:30:00")), NOW).state())
        .isEqualTo(ComponentState.State.UP);
  }

  @Test
  void silentSource_isNamedWithSinceWhen_andTheNodeStaysReady() {
    Component.Finding finding =
        SourceCheck.finding(
            List.of(last("eve", "11:44:59"), last("zeek", "12:00:00"), never("flow")), NOW);
    assertThat(finding.state()).isEqualTo(ComponentState.State.DEGRADED);
    assertThat(finding.reason())
        .isEqualTo(
            "eve has sent nothing since 2026-11-26T11:44:59Z, PT15M allowed; flow has never sent anything");
    assertThat(finding.details()).containsEntry("expected", "3").containsEntry("silent", "2");
  }

  @Test
  void manySilentSources_areNamedUpToFive() {
    List<Expectation> many = IntStream.range(0, 100).mapToObj(n -> never("s" + n)).toList();
    assertThat(SourceCheck.finding(many, NOW).reason())
        .contains("s4 has", "and 95 more")
        .doesNotContain("s5 has");
  }

  private static Expectation last(String name, String time) {
    return new Expectation(expected(name), Optional.of(Instant.parse("2026-11-26T" + time + "Z")));
  }

  private static Expectation never(String name) {
    return new Expectation(expected(name), Optional.empty());
  }

  private static ExpectedSource expected(String name) {
    return new ExpectedSource(Tenant.DEFAULT, name, Duration.ofMinutes(15));
  }
}
