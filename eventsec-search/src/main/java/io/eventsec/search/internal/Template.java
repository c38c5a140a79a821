package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A template as it is put.
 *
 * @param path where
 * @param body what, with version and digest in {@code _meta}
 * @param digest of its content: another content is another digest
 */
public record Template(String path, ObjectNode body, String digest) {
  /** Raised with every change of what is below; a newer one is never replaced by an older. */
  public static final long VERSION = 3;

  /** Where the digest is, in the {@code _meta} of templates and of mappings made from them. */
  public static final String DIGEST = "eventsec_digest";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DIGITS = 16;
  // Above any that an OpenSearch brings with it for names like logs-*.
  private static final int PRIORITY = 400;

  /**
   * The components first, then what is composed of them.
   *
   * @param settings of each index
   */
  public static List<Template> all(ObjectNode settings) {
    return List.of(
        component("eventsec-settings", "settings", settings),
        component("eventsec-events-mappings", "mappings", marked(Mappings.events())),
        component("eventsec-alerts-mappings", "mappings", marked(Mappings.alerts())),
        index(Names.EVENTS),
        index(Names.ALERTS));
  }

  /** Its name, for reports. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The digest that the mapping of new indexes of these streams has. */
  public static String mappingDigest(String streams) {
    return digest(streams.equals(Names.EVENTS) ? Mappings.events() : Mappings.alerts());
  }

  private static ObjectNode marked(ObjectNode mapping) {
    String digest = digest(mapping);
    mapping.putObject("_meta").put(DIGEST, digest).put("eventsec_version", VERSION);
    return mapping;
  }

  private static Template component(String name, String part, ObjectNode content) {
    ObjectNode body = JSON.objectNode();
    body.putObject("template").set(part, content);
    return of("/_component_template/" + name, body);
  }

  private static Template index(String streams) {
    ObjectNode body = JSON.objectNode();
    body.putArray("index_patterns").add(streams + "-*");
    body.putObject("data_stream");
    body.putArray("composed_of").add("eventsec-settings").add(streams + "-mappings");
    body.put("priority", PRIORITY);
    return of("/_index_template/" + streams, body);
  }

  private static Template of(String path, ObjectNode body) {
    String digest = digest(body);
    body.put("version", VERSION);
    body.putObject("_meta").put("managed_by", "eventsec").put(DIGEST, digest);
    return new Template(path, body, digest);
  }

  private static String digest(ObjectNode content) {
    try {
      byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
