package io.eventsec.core.backup.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A manifest as JSON. */
public final class ManifestJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ManifestJson() {}

  /** The manifest as UTF-8, one thing a line, for people who look into it. */
  public static byte[] write(BackupManifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.useDefaultPrettyPrinter();
      out.writeStartObject();
      out.writeNumberField("format", BackupManifest.FORMAT);
      out.writeStringField("kind", manifest.kind());
      out.writeStringField("made_at", manifest.madeAt().toString());
      out.writeStringField("made_by", manifest.madeBy());
      facts(out, manifest.facts());
      out.writeArrayFieldStart("files");
      for (BackupEntry entry : manifest.entries()) {
        entry(out, entry);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void entry(JsonGenerator out, BackupEntry entry) throws IOException {
    out.writeStartObject();
    out.writeStringField("file", entry.file());
    out.writeStringField("name", entry.name());
    out.writeNumberField("items", entry.items());
    out.writeNumberField("bytes", entry.bytes());
    out.writeStringField("sha256", entry.sha256());
    facts(out, entry.facts());
    out.writeEndObject();
  }

  private static void facts(JsonGenerator out, Map<String, String> facts) throws IOException {
    out.writeObjectFieldStart("facts");
    for (Map.Entry<String, String> fact : new TreeMap<>(facts).entrySet()) {
      out.writeStringField(fact.getKey(), fact.getValue());
    }
    out.writeEndObject();
  }

  /**
   * Reads it.
   *
   * @throws IOException if it is no JSON, or not as this build writes it
   */
  public static BackupManifest read(byte[] json) throws IOException {
    Fields fields = new Fields();
    List<BackupEntry> entries = new ArrayList<>();
    try (JsonParser in = JSON.createParser(json)) {
      expect(in, in.nextToken(), JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        if (in.currentName().equals("files")) {
          entries(in, entries);
        } else {
          fields.read(in);
        }
      }
    }
    long format = fields.number("format");
    if (format != BackupManifest.FORMAT) {
      throw new IOException(
          "its format is " + format + ", this build understands " + BackupManifest.FORMAT);
    }
    return new BackupManifest(
        fields.text("kind"),
        instant(fields.text("made_at")),
        fields.text("made_by"),
        fields.facts,
        entries);
  }

  private static void entries(JsonParser in, List<BackupEntry> entries) throws IOException {
    expect(in, in.nextToken(), JsonToken.START_ARRAY);
    while (in.nextToken() == JsonToken.START_OBJECT) {
      Fields fields = new Fields();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        fields.read(in);
      }
      entries.add(
          new BackupEntry(
              fields.text("file"),
              fields.text("name"),
              fields.number("items"),
              fields.number("bytes"),
              fields.text("sha256"),
              fields.facts));
    }
  }

  private static Instant instant(String text) throws IOException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IOException("'" + text + "' is no time", e);
    }
  }

  private static void expect(JsonParser in, JsonToken found, JsonToken wanted) throws IOException {
    if (found != wanted) {
      throw new IOException("it is not a manifest: " + found + " at " + in.currentLocation());
    }
  }

  /** The fields of one object, and the facts in it. */
  private static final class Fields {
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();

    void read(JsonParser in) throws IOException {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value != JsonToken.START_OBJECT) {
        plain.put(name, in.getText());
        in.skipChildren();
        return;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String fact = in.currentName();
        in.nextToken();
        facts.put(fact, in.getText());
        in.skipChildren();
      }
    }

    String text(String name) throws IOException {
      String value = plain.get(name);
      if (value == null) {
        throw new IOException("it does not tell '" + name + "'");
      }
      return value;
    }

    long number(String name) throws IOException {
      try {
        return Long.parseLong(text(name));
      } catch (NumberFormatException e) {
        throw new IOException("'" + text(name) + "' is not a number for '" + name + "'", e);
      }
    }
  }
}
