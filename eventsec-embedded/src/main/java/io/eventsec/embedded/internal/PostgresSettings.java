package io.eventsec.embedded.internal;

import java.util.Map;
import java.util.TreeMap;

/** Settings of the embedded PostgreSQL. */
public final class PostgresSettings {
  private static final Map<String, String> BASE =
      Map.ofEntries(
          Map.entry("max_connections", "100"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("lc_messages", "C"),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("shared_preload_libraries", "pg_stat_statements"));

  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Map<String, String> FAST =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "log_checkpoints", "off");

  private PostgresSettings() {}

  /** The settings of a mode, with the caller's own over them. */
  public static Map<String, String> of(boolean durable, Map<String, String> own) {
    Map<String, String> settings = new TreeMap<>(BASE);
    settings.putAll(durable ? DURABLE : FAST);
    settings.putAll(own);
    return settings;
  }
}
