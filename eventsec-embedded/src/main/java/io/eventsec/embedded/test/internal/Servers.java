package io.eventsec.embedded.test.internal;

import io.eventsec.embedded.DatabaseServer;
import io.eventsec.embedded.SearchServer;

/** Where the tests' servers come from. Each call starts one more; callers ask once. */
public interface Servers {
  /** Starts PostgreSQL, which stops with this JVM. */
  DatabaseServer postgres();

  /** Starts OpenSearch, which stops with this JVM. */
  SearchServer openSearch();
}
