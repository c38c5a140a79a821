package io.eventsec.core.vuln.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes inventories as CycloneDX 1.6, JSON. What that has no place for are properties of ours,
 * which {@link InventoryReader} reads: sources of packages, streams of modules, releases.
 * Thread-safe.
 */
public final class CycloneDxWriter {
  static final String RELEASE = "eventsec:release";
  static final String SOURCE_NAME = "eventsec:source:name";
  static final String SOURCE_VERSION = "eventsec:source:version";
  static final String MODULE = "eventsec:module";
  static final String CPE = "eventsec:cpe";

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Writes one.
   *
   * @param type of the subject, as the specification names them: {@code device}, {@code container}
   * @param out is flushed, and not closed
   */
  public void write(SoftwareInventory inventory, String type, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("bomFormat", "CycloneDX");
      json.writeStringField("specVersion", "1.6");
      json.writeNumberField("version", 1);
      json.writeObjectFieldStart("metadata");
      if (inventory.taken().isPresent()) {
        json.writeStringField("timestamp", inventory.taken().get().toString());
      }
      json.writeObjectFieldStart("component");
      json.writeStringField("type", type);
      json.writeStringField("name", inventory.subject());
      json.writeEndObject();
      json.writeEndObject();
      json.writeArrayFieldStart("components");
      for (SoftwareComponent component : inventory.components()) {
        component(json, component);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void component(JsonGenerator json, SoftwareComponent component)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "library");
    json.writeStringField("name", component.name());
    json.writeStringField("version", component.version());
    if (component.purl().isPresent()) {
      json.writeStringField("purl", component.purl().get().toString());
    }
    if (!component.cpes().isEmpty()) {
      json.writeStringField("cpe", component.cpes().get(0).toString());
    }
    properties(json, component);
    if (!component.location().isEmpty()) {
      json.writeObjectFieldStart("evidence");
      json.writeArrayFieldStart("occurrences");
      json.writeStartObject();
      json.writeStringField("location", component.location());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void properties(JsonGenerator json, SoftwareComponent component)
      throws IOException {
    json.writeArrayFieldStart("properties");
    property(json, RELEASE, component.release());
    if (component.source().isPresent()) {
      property(json, SOURCE_NAME, component.source().get().name());
      property(json, SOURCE_VERSION, component.source().get().version());
    }
    property(json, MODULE, component.module());
    for (int i = 1; i < component.cpes().size(); i++) {
      property(json, CPE, component.cpes().get(i).toString());
    }
    json.writeEndArray();
  }

  private static void property(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeStringField("value", value);
      json.writeEndObject();
    }
  }
}
