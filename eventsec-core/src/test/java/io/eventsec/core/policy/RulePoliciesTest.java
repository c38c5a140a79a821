package io.eventsec.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePoliciesTest {
  private static final Tenant ACME = new Tenant("acme");
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant EXPIRY = Instant.parse("2026-06-01T00:00:00Z");
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  @Test
  void nothingDecided_everyRuleRunsAsItIs() {
    TenantPolicy policy = RulePolicies.NONE.of(ACME);

    assertThat(policy.runs("rule")).isTrue();
    assertThat(policy.level("rule", Severity.LOW)).isEqualTo(Severity.LOW);
    assertThat(policy.exceptedFrom(event(ACME, "backup", EXPIRY))).isEmpty();
  }

  @Test
  void settings_holdForTheirTenantAndRule() {
    RulePolicies policies =
        RulePolicies.compile(
            List.of(
                new RuleSetting(ACME, "off", false, Optional.empty()),
                new RuleSetting(ACME, "loud", true, Optional.of(Severity.CRITICAL))),
            List.of());

    assertThat(policies.of(ACME).runs("off")).isFalse();
    assertThat(policies.of(ACME).runs("loud")).isTrue();
    assertThat(policies.of(ACME).level("loud", Severity.LOW)).isEqualTo(Severity.CRITICAL);
    assertThat(policies.of(ACME).level("off", Severity.LOW)).isEqualTo(Severity.LOW);
    assertThat(policies.of(OTHER).runs("off")).isTrue();
  }

  @Test
  void exception_keepsItsEventsFromItsRule_untilItExpires() {
    RulePolicies policies = exceptions(exception(FIRST, ACME, "rule"));

    assertThat(policies.of(ACME).exceptedFrom(event(ACME, "Backup", EXPIRY.minusNanos(1))))
        .isEqualTo(Map.of("rule", FIRST));
    assertThat(policies.of(ACME).exceptedFrom(event(ACME, "Backup", EXPIRY))).isEmpty();
    assertThat(policies.of(ACME).exceptedFrom(event(ACME, "ada", Instant.EPOCH))).isEmpty();
    assertThat(policies.of(OTHER).exceptedFrom(event(OTHER, "Backup", Instant.EPOCH))).isEmpty();
  }

  @Test
  void severalExceptionsFit_theHitIsThatOfTheLeastId_inAnyOrder() {
    ExceptionFilter one = exception(FIRST, ACME, "rule");
    ExceptionFilter two = exception(SECOND, ACME, "rule");
    Event event = event(ACME, "backup", Instant.EPOCH);

    assertThat(exceptions(one, two).of(ACME).exceptedFrom(event)).isEqualTo(Map.of("rule", FIRST));
    assertThat(exceptions(two, one).of(ACME).exceptedFrom(event)).isEqualTo(Map.of("rule", FIRST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          selection: [;                          is no detection
          {};                                    is no detection
          a: {b: c};                             condition
          {a: {b: c}, condition: d};             'd'
          {a: {'b|expand': '%c%'}, condition: a}; placeholders without values [c]
          """)
  void detectionThatIsNone_isRefusedWithACure(String detection, String reason) {
    assertThatThrownBy(() -> new ExceptionFilter(FIRST, ACME, "rule", detection, EXPIRY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("; give ");
  }

  @Test
  void detectionTooLong_isRefused() {
    assertThatThrownBy(() -> new ExceptionFilter(FIRST, ACME, "r", "#".repeat(20_001), EXPIRY))
        .hasMessageContaining("20001 characters: give at most 20000");
  }

  @Test
  void detectionThatTriesToLeaveItsPlace_isPartOfIt() {
    assertThatThrownBy(
            () ->
                new ExceptionFilter(
                    FIRST, ACME, "r", "{a: {b: c}, condition: a}\n---\ntitle: Another", EXPIRY))
        .hasMessageContaining("is no detection");
  }

  private static RulePolicies exceptions(ExceptionFilter... exceptions) {
    return RulePolicies.compile(List.of(), List.of(exceptions));
  }

  private static ExceptionFilter exception(UUID id, Tenant tenant, String rule) {
    return new ExceptionFilter(
        id,
        tenant,
        rule,
        """
        selection:
          user.name: backup
        condition: selection
        """,
        EXPIRY);
  }

  private static Event event(Tenant tenant, String user, Instant time) {
    return Event.builder(EventId.of(new EventOrigin(tenant, "s", "o", 0), 1), tenant, "s")
        .time(time)
        .ecs("user.name", user)
        .build();
  }
}
