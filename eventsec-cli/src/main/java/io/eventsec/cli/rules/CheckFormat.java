package io.eventsec.cli.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.sigma.SigmaProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** How {@code rules check} writes what it finds. */
enum CheckFormat {
  /** As editors understand it. */
  TEXT {
    @Override
    String line(String kind, SigmaProblem problem) {
      return CheckCommand.line(problem);
    }
  },

  /** {@code {"kind", "file", "line", "column", "message", "cure"}}. */
  JSON {
    @Override
    String line(String kind, SigmaProblem problem) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = WRITER.createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField("kind", kind);
        json.writeStringField("file", problem.file());
        json.writeNumberField("line", problem.line());
        json.writeNumberField("column", problem.column());
        json.writeStringField("message", problem.message());
        json.writeStringField("cure", problem.cure());
        json.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException("Writing to memory failed", e);
      }
      return text.toString();
    }
  };

  private static final JsonFactory WRITER = new JsonFactory();

  /** One line; {@code kind} is {@code problem} or {@code advice}. */
  abstract String line(String kind, SigmaProblem problem);
}
