package io.eventsec.embedded.internal;

import java.util.Map;
import java.util.TreeMap;

/** Settings of the embedded OpenSearch. */
public final class OpenSearchSettings {
  /**
   * Absolute, because on a big disk the usual 5 % are a lot of room and on a laptop they are often
   * gone.
   */
  private static final Map<String, String> DURABLE =
      Map.of(
          "cluster.routing.allocation.disk.watermark.low", "2gb",
          "cluster.routing.allocation.disk.watermark.high", "1gb",
          "cluster.routing.allocation.disk.watermark.flood_stage", "512mb");

  private static final Map<String, String> FAST =
      Map.of("cluster.routing.allocation.disk.threshold_enabled", "false");

  private OpenSearchSettings() {}

  /** The settings of a mode, with the caller's own over them. */
  public static Map<String, String> of(boolean durable, Map<String, String> own) {
    Map<String, String> settings = new TreeMap<>(durable ? DURABLE : FAST);
    settings.putAll(own);
    return settings;
  }
}
