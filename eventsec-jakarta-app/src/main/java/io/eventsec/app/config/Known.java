package io.eventsec.app.config;

import java.util.List;

/** Every setting of the application and of its server configuration. */
public final class Known {
  static final Setting HTTP_HOST =
      new Setting("eventsec.http.host", "address to listen on", "host or *", "127.0.0.1");
  static final Setting HTTP_PORT =
      new Setting("eventsec.http.port", "port for plain HTTP", "-1 (off) to 65535", "9080");
  static final Setting HTTPS_PORT =
      new Setting("eventsec.https.port", "port for TLS", "-1 (off) to 65535", "-1");
  static final Setting PUBLIC_URL =
      new Setting("eventsec.public.url", "where browsers reach the console", "http(s) URL", "");
  static final Setting DB_URL =
      new Setting(
          "eventsec.db.url",
          "the database",
          "jdbc:postgresql://host:port/name",
          "jdbc:postgresql://127.0.0.1:5432/eventsec");
  static final Setting DB_USER =
      new Setting("eventsec.db.user", "the database's user", "name", "eventsec");
  static final Setting DB_PASSWORD =
      new Setting("eventsec.db.password", "the database user's password", "text", "");
  static final Setting DB_POOL_SIZE =
      new Setting("eventsec.db.pool.size", "most connections at a time", "number", "24");
  static final Setting SEARCH_URL =
      new Setting("eventsec.opensearch.url", "OpenSearch", "http(s) URL", "http://127.0.0.1:9200");
  static final Setting SEARCH_USER =
      new Setting("eventsec.opensearch.user", "user for OpenSearch", "name", "");
  static final Setting SEARCH_PASSWORD =
      new Setting("eventsec.opensearch.password", "password for OpenSearch", "text", "");
  static final Setting RULES_DIR =
      new Setting("eventsec.rules.dir", "Sigma rules beside the bundled ones", "directory", "");
  static final Setting SETUP_FILE =
      new Setting(
          "eventsec.setup.link.file",
          "where the one-time token for the first administrator is written",
          "file",
          "");
  static final Setting SENSOR_TOKEN_FILE =
      new Setting(
          "eventsec.sensor.token.file",
          "a token that the sensor 'local' may use, as a file with nothing else in it",
          "file",
          "");
  static final Setting METRICS_TOKEN_FILE =
      new Setting(
          "eventsec.metrics.token.file",
          "a token that may read GET /api/v1/metrics, as a file with nothing else in it",
          "file",
          "");
  static final Setting INGEST_MAX_BYTES =
      new Setting(
          "eventsec.ingest.max.bytes", "largest batch, inflated", "1024 to 67108864", "16777216");
  static final Setting INGEST_MAX_LINES =
      new Setting("eventsec.ingest.max.lines", "most lines a batch", "1 to 100000", "5000");
  static final Setting INGEST_IN_FLIGHT =
      new Setting(
          "eventsec.ingest.in.flight.bytes",
          "most bytes of batches held in memory at a time, for all senders together",
          "1048576 to 4294967296",
          "134217728");
  static final Setting READ_BATCHES =
      new Setting("eventsec.worker.read.batches", "most batches a step", "1 to 1000", "8");
  static final Setting READ_BYTES =
      new Setting(
          "eventsec.worker.read.bytes",
          "bytes after which a step reads no more",
          "1 or more",
          "8388608");
  static final Setting POLL =
      new Setting(
          "eventsec.worker.poll",
          "how often an idle reader looks again",
          "PT0.05S to PT1M",
          "PT1S");
  static final Setting RETENTION =
      new Setting(
          "eventsec.journal.retention",
          "how long the journal keeps what both readers have passed",
          "PT0S to P3650D",
          "P7D");

  private static final List<Setting> ALL =
      List.of(
          HTTP_HOST,
          HTTP_PORT,
          HTTPS_PORT,
          PUBLIC_URL,
          DB_URL,
          DB_USER,
          DB_PASSWORD,
          DB_POOL_SIZE,
          SEARCH_URL,
          SEARCH_USER,
          SEARCH_PASSWORD,
          RULES_DIR,
          SETUP_FILE,
          SENSOR_TOKEN_FILE,
          METRICS_TOKEN_FILE,
          INGEST_MAX_BYTES,
          INGEST_MAX_LINES,
          INGEST_IN_FLIGHT,
          READ_BATCHES,
          READ_BYTES,
          POLL,
          RETENTION);

  private Known() {}

  /** All of them, in the order of a reference page. */
  public static List<Setting> all() {
    return ALL;
  }
}
