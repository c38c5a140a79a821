package io.eventsec.app.syslog;

import java.util.Locale;

/** How syslog comes. */
enum Transport {
  /** RFC 6587. */
  TCP,
  /** RFC 5425. */
  TLS,
  /** RFC 5426. */
  UDP;

  /** As metrics and people spell it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
