package io.eventsec.search.internal;

import io.eventsec.core.event.Tenant;

/** Names of data streams and templates. */
public final class Names {
  /** Before the tenant in the name of an event stream, and the template of them. */
  public static final String EVENTS = "eventsec-events";

  /** Before the tenant in the name of an alert stream, and the template of them. */
  public static final String ALERTS = "eventsec-alerts";

  private Names() {}

  /** The stream of a tenant's events. A tenant's id has no wildcard and no comma. */
  public static String events(Tenant tenant) {
    return EVENTS + '-' + tenant.id();
  }

  /** The stream of a tenant's alerts. */
  public static String alerts(Tenant tenant) {
    return ALERTS + '-' + tenant.id();
  }
}
