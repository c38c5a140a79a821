package io.eventsec.embedded.opensearch;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.opensearch.common.settings.Settings;

/** Settings of the one node: what must hold for an embedded node, and what its launcher adds. */
final class NodeSettings {
  private NodeSettings() {}

  /**
   * The node's settings.
   *
   * @param home the directory that holds everything the node writes
   * @param extra a properties file of further settings; they win over all but the addresses
   */
  static Settings of(Path home, Path extra) throws IOException {
    Settings.Builder settings =
        Settings.builder()
            .put("cluster.name", "eventsec")
            .put("node.name", "eventsec-1")
            .put("discovery.type", "single-node")
            .put("action.destructive_requires_name", true);
    Properties added = new Properties();
    try (Reader in = Files.newBufferedReader(extra, StandardCharsets.UTF_8)) {
      added.load(in);
    }
    added.stringPropertyNames().forEach(key -> settings.put(key, added.getProperty(key)));
    return settings
        .put("path.home", home.toString())
        .put("path.data", home.resolve("data").toString())
        .put("path.logs", home.resolve("logs").toString())
        // The node asks nobody for a password, so nobody but this machine may reach it.
        .put("network.host", "127.0.0.1")
        .put("transport.port", "0")
        .build();
  }
}
