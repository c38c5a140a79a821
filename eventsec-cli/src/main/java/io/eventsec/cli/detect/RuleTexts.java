package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.SigmaRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is written of each rule that matches, made once: most of a line is that. Thread-safe. */
final class RuleTexts {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<RuleRef, String> texts = new ConcurrentHashMap<>();

  /** The rule as a JSON object. */
  String of(SigmaRule rule) {
    return texts.computeIfAbsent(rule.ref(), ref -> written(rule));
  }

  private static String written(SigmaRule rule) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      RuleJson.write(json, rule.ref(), rule.title(), rule.level(), rule.tags());
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }
}
