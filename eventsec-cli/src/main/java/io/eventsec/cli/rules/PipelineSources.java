package io.eventsec.cli.rules;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.pipeline.BuiltInPipelines;
import io.eventsec.core.sigma.pipeline.PipelineDocument;
import io.eventsec.core.sigma.pipeline.PipelineReader;
import io.eventsec.core.sigma.pipeline.SigmaPipeline;
import io.eventsec.core.sigma.pipeline.SigmaPipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Processing pipelines from files, or those that come with the product. */
public final class PipelineSources {
  private PipelineSources() {}

  /**
   * Loads them all.
   *
   * @param names of files, or of built-in pipelines
   * @throws CommandFailedException if one is not there or is wrong: rules would mean something else
   *     without it
   */
  public static SigmaPipelines load(List<String> names) throws IOException {
    List<SigmaPipeline> pipelines = new ArrayList<>();
    for (String name : names) {
      pipelines.add(load(name));
    }
    return SigmaPipelines.of(pipelines);
  }

  private static SigmaPipeline load(String name) throws IOException {
    Path path = Path.of(name);
    if (!Files.isRegularFile(path)) {
      return BuiltInPipelines.named(name)
          .orElseThrow(
              () ->
                  new CommandFailedException(
                      ExitStatus.FAILED,
                      "Pipeline " + name + " does not exist",
                      "name a file, or one of " + String.join(", ", BuiltInPipelines.names())));
    }
    PipelineDocument document = PipelineReader.read(name, Files.readString(path));
    return document
        .pipeline()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitStatus.FAILED,
                    document.problems().stream()
                        .map(SigmaProblem::toString)
                        .collect(Collectors.joining(System.lineSeparator())),
                    "mend the pipeline"));
  }
}
