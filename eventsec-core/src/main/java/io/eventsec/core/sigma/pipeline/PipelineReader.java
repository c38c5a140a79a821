package io.eventsec.core.sigma.pipeline;

import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.pipeline.internal.PipelineParser;

/**
 * Reads processing pipelines from YAML, in pySigma's form.
 *
 * <p>{@code allowed_backends}, {@code postprocessing} and {@code finalizers} are about queries for
 * other systems. Nothing of what they say changes which events a rule finds, so they are not read.
 */
public final class PipelineReader {
  private PipelineReader() {}

  /**
   * Reads the one pipeline of the text. Never throws for what the text holds: what is wrong becomes
   * a problem with its place and cure. The limits are those of {@link
   * io.eventsec.core.sigma.SigmaReader#read}.
   *
   * @param name what to call the text in problems, usually the file's name
   * @param yaml one YAML document
   */
  public static PipelineDocument read(String name, String yaml) {
    Problems problems = new Problems(name);
    return new PipelineDocument(
        PipelineParser.parse(name, yaml, problems).map(SigmaPipeline::new), problems.inOrder());
  }
}
