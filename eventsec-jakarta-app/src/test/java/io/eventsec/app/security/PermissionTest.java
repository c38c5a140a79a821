package io.eventsec.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.persistence.identity.Role;
import org.junit.jupiter.api.Test;

class PermissionTest {

  @Test
  void viewer_seesAndChangesNothing() {
    assertThat(Permission.wireNames(Role.VIEWER))
        .containsExactly(
            "alerts:read",
            "incidents:read",
            "indicators:read",
            "inventory:read",
            "vulnerabilities:read",
            "events:read",
            "rules:read",
            "system:read");
  }

  @Test
  void analyst_alsoWorksOnWhatIsFound_andOnIndicatorsInventoryAndRules() {
    assertThat(Permission.wireNames(Role.ANALYST))
        .containsExactly(
            "alerts:read",
            "alerts:write",
            "incidents:read",
            "incidents:write",
            "indicators:read",
            "indicators:write",
            "inventory:read",
            "inventory:write",
            "vulnerabilities:read",
            "vulnerabilities:write",
            "events:read",
            "rules:read",
            "rules:write",
            "rules:reevaluate",
            "system:read",
            "users:read");
  }

  @Test
  void onlyAdministrators_readTheAudit() {
    assertThat(Permission.AUDIT_READ.heldBy(Role.ADMIN)).isTrue();
    assertThat(Permission.AUDIT_READ.heldBy(Role.ANALYST)).isFalse();
    assertThat(Permission.AUDIT_READ.wireName()).isEqualTo("audit:read");
  }

  @Test
  void nobodyButASensor_sendsEvents() {
    for (Role role : Role.values()) {
      assertThat(Permission.EVENTS_INGEST.heldBy(role)).as(role.name()).isFalse();
    }
    assertThat(Permission.SENSORS_MANAGE.heldBy(Role.ADMIN)).isTrue();
  }

  @Test
  void metricsOfAllTenants_areForAdministrators() {
    assertThat(Permission.METRICS_READ.heldBy(Role.VIEWER)).isFalse();
    assertThat(Permission.METRICS_READ.heldBy(Role.ANALYST)).isFalse();
    assertThat(Permission.METRICS_READ.heldBy(Role.ADMIN)).isTrue();
  }
}
