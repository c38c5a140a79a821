package io.eventsec.core.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  private static final String NOON = "2026-03-01T12:00:00Z";

  @Test
  void rule_saysWhichMatchesAreOneAlert() {
    assertThat(rule("{suppress: {by: [user.name, host.name], for: 1h}}").suppression())
        .contains(new Suppression(List.of("user.name", "host.name"), Duration.ofHours(1)));
    assertThat(rule("{suppress: {by: user.name, for: 90s}}").suppression())
        .contains(new Suppression(List.of("user.name"), Duration.ofSeconds(90)));
    assertThat(rule("{suppress: {for: 6m}}").suppression())
        .as("one alert each six minutes, whatever it is about")
        .contains(new Suppression(List.of(), Duration.ofMinutes(6)));
    assertThat(rule("{}").suppression()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {suppress: 1h};                         has '1h' as 'suppress', which is no map
          {suppress: {by: [a]}};                  has '' as 'for' of 'suppress'
          {suppress: {by: [a], for: soon}};       has 'soon' as 'for' of 'suppress'
          {suppress: {for: 2y}};                  has '2y' as 'for' of 'suppress'
          {suppress: {by: [1], for: 1h}};         names of fields
          {suppress: {by: [a,b,c,d,e,f,g,h,i], for: 1h}}; names of fields
          {suppress: {every: 1h, for: 1h}};       has 'every' below 'suppress', which is nothing
          """)
  void nonsense_isAProblemWithPlaceAndCure(String said, String message) {
    SigmaDocument document = SigmaReader.read("rule.yml", text(said));

    assertThat(document.rules()).isEmpty();
    assertThat(document.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith("The rule has ").contains(message);
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.cure()).contains("suppress: {by: [user.name], for: 1h}");
            });
  }

  @Test
  void sameValuesInTheSameWindow_areOneAlert_inAnyCaseOfOrder() {
    SigmaRule rule = rule("{suppress: {by: [user.name], for: 1h}}");

    Optional<AlertId> first = id(rule, NOON, "ada");
    assertThat(first).isPresent();
    assertThat(id(rule, "2026-03-01T12:59:59.999999999Z", "ada")).isEqualTo(first);
    assertThat(id(rule, "2026-03-01T13:00:00Z", "ada")).isPresent().isNotEqualTo(first);
    assertThat(id(rule, "2026-03-01T11:59:59.999999999Z", "ada")).isPresent().isNotEqualTo(first);
    assertThat(id(rule, NOON, "bob")).isPresent().isNotEqualTo(first);
    assertThat(id(rule, "1969-12-31T23:59:59Z", "ada"))
        .isEqualTo(id(rule, "1969-12-31T23:00:00Z", "ada"));
    assertThat(id(rule, NOON, List.of("b", "a"))).isEqualTo(id(rule, NOON, List.of("a", "b", "a")));
  }

  @Test
  void eventWithoutTheField_hasAnAlertOfItsOwn() {
    assertThat(id(rule("{suppress: {by: [user.name], for: 1h}}"), NOON, null)).isEmpty();
  }

  private static Optional<AlertId> id(SigmaRule rule, String time, @Nullable Object user) {
    Event.Builder event =
        Event.builder(
                EventId.of(new EventOrigin(Tenant.DEFAULT, "s", "o", 0), 1), Tenant.DEFAULT, "s")
            .time(Instant.parse(time))
            .ecs("user.name", user);
    return rule.suppression().orElseThrow().idFor(rule.ref(), event.build());
  }

  private static SigmaRule rule(String said) {
    SigmaDocument document = SigmaReader.read("rule.yml", text(said));
    assertThat(document.problems()).isEmpty();
    return document.rules().get(0);
  }

  private static String text(String said) {
    return """
        title: Rule
        id: 5f9c0a3e-6d0e-4a55-9c38-1d5a7c2b9e10
        logsource: {category: test}
        eventsec: %s
        detection:
          selection: {a: b}
          condition: selection
        """
        .formatted(said);
  }
}
