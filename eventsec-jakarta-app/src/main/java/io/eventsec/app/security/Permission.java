package io.eventsec.app.security;

import io.eventsec.persistence.identity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a caller may be allowed to do. */
public enum Permission {
  /** See alerts and follow new ones. */
  ALERTS_READ,
  /** Change the status of alerts. */
  ALERTS_WRITE,
  /** Search events. */
  EVENTS_READ,
  /** See the rules. */
  RULES_READ,
  /** See the state of the system and what it had to reject. */
  SYSTEM_READ,
  /** Have work of the system done out of its turn. */
  SYSTEM_MANAGE,
  /** Read the metrics of the installation, all tenants together. */
  METRICS_READ,
  /** Create and revoke sensors. */
  SENSORS_MANAGE,
  /** Send events; sensors have it and people don't. */
  EVENTS_INGEST;

  private static final Set<Permission> VIEWER =
      EnumSet.of(ALERTS_READ, EVENTS_READ, RULES_READ, SYSTEM_READ);

  /** As the API spells it: {@code alerts:read}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** True if people in that role have it. */
  public boolean heldBy(Role role) {
    return switch (role) {
      case VIEWER -> VIEWER.contains(this);
      case ANALYST -> VIEWER.contains(this) || this == ALERTS_WRITE;
      case ADMIN -> this != EVENTS_INGEST;
    };
  }

  /** What people in that role have, as the API spells it. */
  public static List<String> wireNames(Role role) {
    return Arrays.stream(values())
        .filter(permission -> permission.heldBy(role))
        .map(Permission::wireName)
        .toList();
  }
}
