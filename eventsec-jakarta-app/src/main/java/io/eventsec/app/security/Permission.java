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
  /** Change the status of alerts, and whose they are. */
  ALERTS_WRITE,
  /** See incidents. */
  INCIDENTS_READ,
  /** Create and change incidents. */
  INCIDENTS_WRITE,
  /** See indicators. */
  INDICATORS_READ,
  /** Hand in and remove indicators. */
  INDICATORS_WRITE,
  /** See the assets and what is installed on them. */
  INVENTORY_READ,
  /** Hand in what is installed on assets. */
  INVENTORY_WRITE,
  /** See vulnerabilities and where they were found. */
  VULNERABILITIES_READ,
  /** Say where findings of vulnerabilities stand. */
  VULNERABILITIES_WRITE,
  /** Search events. */
  EVENTS_READ,
  /** See the rules. */
  RULES_READ,
  /** Switch rules on and off, say how much they matter, and make exceptions. */
  RULES_WRITE,
  /** Have rules run over what they have not seen. */
  RULES_REEVALUATE,
  /** See the state of the system and what it had to reject. */
  SYSTEM_READ,
  /** Have work of the system done out of its turn. */
  SYSTEM_MANAGE,
  /** Read the metrics of the installation, all tenants together. */
  METRICS_READ,
  /** Create and revoke sensors. */
  SENSORS_MANAGE,
  /** See who there is, to give something to. */
  USERS_READ,
  /** Make teams, and say who is in them. */
  TEAMS_MANAGE,
  /** See who did what. */
  AUDIT_READ,
  /** Send events; sensors have it and people don't. */
  EVENTS_INGEST;

  private static final Set<Permission> VIEWER =
      EnumSet.of(
          ALERTS_READ,
          INCIDENTS_READ,
          INDICATORS_READ,
          INVENTORY_READ,
          VULNERABILITIES_READ,
          EVENTS_READ,
          RULES_READ,
          SYSTEM_READ);
  private static final Set<Permission> ANALYST =
      EnumSet.of(
          ALERTS_WRITE,
          INCIDENTS_WRITE,
          INDICATORS_WRITE,
          INVENTORY_WRITE,
          VULNERABILITIES_WRITE,
          RULES_WRITE,
          RULES_REEVALUATE,
          USERS_READ);

  /** As the API spells it: {@code alerts:read}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** True if people in that role have it. */
  public boolean heldBy(Role role) {
    return switch (role) {
      case VIEWER -> VIEWER.contains(this);
      case ANALYST -> VIEWER.contains(this) || ANALYST.contains(this);
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
