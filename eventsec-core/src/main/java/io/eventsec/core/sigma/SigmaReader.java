package io.eventsec.core.sigma;

import io.eventsec.core.sigma.internal.DocumentParser;

/** Reads Sigma rules from YAML. */
public final class SigmaReader {
  private SigmaReader() {}

  /**
   * Reads every document of the text. Never throws for what the text holds: what is wrong becomes a
   * problem with its place and cure, and the sound rules beside it are read. Limits: 4 Mi
   * characters, 50 aliases, 32 levels, 50,000 nodes a document.
   *
   * @param name what to call the text in problems, usually the file's name
   * @param yaml one or more YAML documents
   */
  public static SigmaDocument read(String name, String yaml) {
    return DocumentParser.parse(name, yaml);
  }
}
