package io.eventsec.cli.follow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;

/** Tells in a file how a collector is, in one move each time. */
final class HealthFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_LISTED = 100;

  private final Path file;

  HealthFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Writes it. */
  void write(CollectorHealth health) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (JsonGenerator json = JSON.createGenerator(Files.newOutputStream(draft))) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("state", health.state());
      json.writeStringField("at", Instant.now().toString());
      json.writeNumberField("acknowledged", health.acknowledged());
      json.writeNumberField("duplicates", health.duplicates());
      if (health.lastAcknowledged().isPresent()) {
        json.writeStringField("lastAcknowledged", health.lastAcknowledged().get().toString());
      }
      json.writeNumberField("lagBytes", health.lagBytes());
      json.writeNumberField("following", health.files().size());
      json.writeNumberField("resting", health.resting());
      json.writeNumberField("leftOut", health.leftOut());
      if (health.lastError().isPresent()) {
        write(json, health.lastError().get());
      }
      writeFiles(json, health);
      writeProblems(json, health.problems());
      json.writeEndObject();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(JsonGenerator json, Notes.Problem problem) throws IOException {
    json.writeObjectFieldStart("lastError");
    json.writeStringField("at", problem.at().toString());
    json.writeStringField("text", problem.text());
    json.writeEndObject();
  }

  private static void writeFiles(JsonGenerator json, CollectorHealth health) throws IOException {
    json.writeArrayFieldStart("files");
    for (FileHealth one : health.furthestBehind(MOST_LISTED)) {
      json.writeStartObject();
      json.writeStringField("path", one.path());
      json.writeNumberField("offset", one.offset());
      json.writeNumberField("lagBytes", one.behind());
      json.writeNumberField("records", one.records());
      if (one.gone()) {
        json.writeBooleanField("gone", true);
      }
      if (!one.error().isEmpty()) {
        json.writeStringField("error", one.error());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeProblems(JsonGenerator json, Map<Path, String> problems)
      throws IOException {
    json.writeArrayFieldStart("unreadable");
    int written = 0;
    for (Map.Entry<Path, String> problem : problems.entrySet()) {
      if (written++ < MOST_LISTED) {
        json.writeStartObject();
        json.writeStringField("path", problem.getKey().toString());
        json.writeStringField("cause", problem.getValue());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
