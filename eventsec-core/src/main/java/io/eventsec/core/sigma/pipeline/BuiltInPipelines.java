package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.internal.JarText;
import java.util.List;
import java.util.Optional;

/**
 * The pipelines that come with the product: each brings rules for one kind of log to the names of
 * the Elastic Common Schema.
 */
public final class BuiltInPipelines {
  private static final String DIRECTORY = "/eventsec/pipelines/";
  private static final List<String> NAMES =
      List.of(
          "auditd-ecs",
          "cloudtrail-ecs",
          "suricata-ecs",
          "sysmon-ecs",
          "webserver-ecs",
          "windows-ecs",
          "zeek-ecs");

  private BuiltInPipelines() {}

  /** Their names, in alphabetical order. */
  public static List<String> names() {
    return NAMES;
  }

  /** The pipeline of that name, if there is one. */
  public static Optional<SigmaPipeline> named(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static SigmaPipeline read(String name) {
    PipelineDocument document =
        PipelineReader.read(name, JarText.read(BuiltInPipelines.class, DIRECTORY + name + ".yml"));
    return document
        .pipeline()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The jar was changed: " + document.problems() + "; put the original back"));
  }
}
