package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.detect.Events;
import io.eventsec.core.detect.Rules;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs rules through pipelines that are given by their transformations. */
final class Piped {
  private Piped() {}

  /** A pipeline of one transformation; its lines start at its margin. */
  static SigmaPipeline step(String... lines) {
    return pipeline("transformations:\n  - " + String.join("\n    ", lines) + '\n');
  }

  static SigmaPipeline pipeline(String yaml) {
    PipelineDocument document = PipelineReader.read("test.yml", yaml);
    return document
        .pipeline()
        .orElseThrow(() -> new IllegalArgumentException(document.problems() + "\n" + yaml));
  }

  static SigmaRule through(SigmaPipeline pipeline, SigmaRule rule) {
    PipelineResult result = SigmaPipelines.of(List.of(pipeline)).apply(rule);
    return result
        .rule()
        .orElseThrow(() -> new IllegalArgumentException(result.problems().toString()));
  }

  static List<SigmaProblem> refusal(SigmaPipeline pipeline, SigmaRule rule) {
    PipelineResult result = SigmaPipelines.of(List.of(pipeline)).apply(rule);
    if (result.rule().isPresent()) {
      throw new IllegalArgumentException("not refused: " + result);
    }
    return result.problems();
  }

  /** True if the rule, once it went through the pipeline, fires on an event of these fields. */
  static boolean fires(
      SigmaPipeline pipeline, SigmaRule rule, Map<String, ? extends @Nullable Object> event) {
    return Rules.fires(through(pipeline, rule), Events.of(event));
  }
}
