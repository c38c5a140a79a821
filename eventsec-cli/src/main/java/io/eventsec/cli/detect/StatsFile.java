package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.eventsec.core.detect.RuleStatistics;
import io.eventsec.core.sigma.SigmaProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what a run did, for programs to compare: one JSON object. */
final class StatsFile {
  private static final JsonFactory JSON = new JsonFactory();

  private StatsFile() {}

  /**
   * Writes it.
   *
   * @param rules what each rule did, in their order
   * @param skipped rules that did not run, and why
   */
  static void write(
      Path file, DetectCounts counts, List<RuleStatistics> rules, List<SigmaProblem> skipped)
      throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeNumberField("events", counts.events());
      json.writeNumberField("rejected", counts.rejected());
      json.writeNumberField("matches", counts.matches());
      json.writeNumberField("bytes", counts.bytes());
      json.writeNumberField("seconds", counts.seconds());
      json.writeNumberField("rules", rules.size());
      json.writeArrayFieldStart("skipped");
      for (SigmaProblem problem : skipped) {
        skipped(json, problem);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("tried");
      for (RuleStatistics rule : rules) {
        tried(json, rule);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void skipped(JsonGenerator json, SigmaProblem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", problem.file());
    json.writeNumberField("line", problem.line());
    json.writeStringField("why", problem.message());
    json.writeEndObject();
  }

  private static void tried(JsonGenerator json, RuleStatistics rule) throws IOException {
    if (rule.tried() == 0) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("id", rule.rule().id());
    json.writeNumberField("tried", rule.tried());
    json.writeNumberField("matched", rule.matched());
    json.writeNumberField("timed", rule.timed());
    json.writeNumberField("nanoseconds", rule.time().toNanos());
    json.writeEndObject();
  }
}
