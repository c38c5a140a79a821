package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.correlate.CorrelationStatistics;
import io.eventsec.core.detect.RuleStatistics;
import io.eventsec.core.sigma.SigmaProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a run did, for programs to compare: one JSON object. */
final class StatsFile {
  private static final JsonFactory JSON = new JsonFactory();

  private StatsFile() {}

  /**
   * Looks whether the file can be written to, before hours of work are lost.
   *
   * @throws CommandFailedException if it cannot
   */
  static void check(Path file) {
    Path place = Files.exists(file) ? file : file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || place == null || !Files.isWritable(place)) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "--stats " + file + " cannot be written",
          "name a file in a directory that is there and that this user may write to");
    }
  }

  static void write(Path file, RunReport report) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      counts(json, report);
      json.writeArrayFieldStart("skipped");
      for (SigmaProblem problem : report.skipped()) {
        skipped(json, problem);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("tried");
      for (RuleStatistics rule : report.rules()) {
        tried(json, rule);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("correlated");
      for (CorrelationStatistics correlation : report.correlations()) {
        correlated(json, correlation);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void counts(JsonGenerator json, RunReport report) throws IOException {
    DetectCounts counts = report.counts();
    json.writeNumberField("events", counts.events());
    json.writeNumberField("rejected", counts.rejected());
    json.writeNumberField("matches", counts.matches());
    json.writeNumberField("firings", counts.firings());
    json.writeNumberField("untimed", report.untimed());
    json.writeNumberField("bytes", counts.bytes());
    json.writeNumberField("seconds", counts.seconds());
    json.writeNumberField("rules", report.rules().size());
    json.writeNumberField("correlations", report.correlations().size());
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

  private static void correlated(JsonGenerator json, CorrelationStatistics correlation)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", correlation.rule().ref().id());
    json.writeNumberField("events", correlation.events());
    json.writeNumberField("firings", correlation.firings());
    json.writeNumberField("late", correlation.late());
    json.writeNumberField("ahead", correlation.ahead());
    json.writeNumberField("withoutGroup", correlation.withoutGroup());
    json.writeNumberField("withoutValue", correlation.withoutValue());
    json.writeNumberField("trimmed", correlation.trimmed());
    json.writeNumberField("evicted", correlation.evicted());
    json.writeNumberField("groups", correlation.groups());
    json.writeNumberField("bytes", correlation.bytes());
    json.writeEndObject();
  }
}
