package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.internal.Place;
import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.internal.TextDigest;
import io.eventsec.core.sigma.internal.Yaml;
import io.eventsec.core.sigma.internal.YamlMap;
import io.eventsec.core.sigma.internal.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the text of one pipeline. */
public final class PipelineParser {
  /** Keys that change nothing about which events a rule finds. */
  private static final Set<String> FOR_QUERIES =
      Set.of("allowed_backends", "postprocessing", "finalizers");

  private PipelineParser() {}

  /** See {@link io.eventsec.core.sigma.pipeline.PipelineReader#read}. */
  public static Optional<PipelineDefinition> parse(String name, String yaml, Problems problems) {
    List<Node> roots = YamlText.read(yaml, problems).roots();
    if (problems.count() > 0) {
      return Optional.empty();
    }
    if (roots.size() != 1 || !(roots.get(0) instanceof MappingNode root)) {
      problems.add(
          roots.isEmpty() ? Place.WHOLE : Place.of(roots.get(roots.size() - 1)),
          "The text is not one pipeline",
          "Write one document with 'transformations:' at the left margin");
      return Optional.empty();
    }
    if (!Yaml.isBounded(root)) {
      problems.add(
          root,
          "The document is too large or refers to itself once its aliases are followed",
          "Write it without aliases");
      return Optional.empty();
    }
    PipelineDefinition pipeline = pipeline(name, root, TextDigest.of(yaml), problems);
    return problems.count() > 0 ? Optional.empty() : Optional.of(pipeline);
  }

  private static PipelineDefinition pipeline(
      String name, MappingNode root, String digest, Problems problems) {
    Parameters parameters = new Parameters(YamlMap.of(root, problems), problems);
    FOR_QUERIES.forEach(parameters::has);
    PipelineDefinition pipeline =
        new PipelineDefinition(
            parameters.optionalText("name").orElse(name),
            parameters.number("priority"),
            parameters.scalars("vars"),
            new ProcessingItemParser(problems).list(parameters, "transformations"),
            digest);
    parameters.checkAllAsked("A pipeline");
    if (pipeline.items().isEmpty() && pipeline.variables().isEmpty() && problems.count() == 0) {
      problems.add(
          root,
          "The pipeline does nothing",
          "Add 'transformations:' or 'vars:', or remove the file");
    }
    return pipeline;
  }
}
