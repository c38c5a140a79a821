package io.eventsec.core.sigma.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to do about the mistakes that are usual in rules written by hand. */
final class YamlCure {
  private static final String QUOTES =
      "Put the value in single quotes, and write a quote in it twice";

  /** By a part of what the YAML engine says; the first that is in it counts. */
  private static final Map<String, String> CURES = new LinkedHashMap<>();

  static {
    CURES.put("Number of aliases", "Write out what the aliases stand for, or split the rule");
    CURES.put("alias", "Put the value in single quotes: without them a * begins an alias");
    CURES.put("\\t(TAB)", "Indent with blanks instead of tabs");
    CURES.put("that cannot start any token", QUOTES);
    CURES.put(
        "unknown escape character", "Write single quotes: in double ones a \\ begins an escape");
    CURES.put("mapping values are not allowed", "Put a value that has ': ' in it in single quotes");
    CURES.put("could not find expected ':'", "Write 'name: value', or '- value' for a list");
    CURES.put(
        "while scanning a block scalar", "Begin the text on the next line, or put it in quotes");
    CURES.put("unexpected end of stream", "Write the quote that closes the text");
    CURES.put("'<scalar>'", QUOTES);
    CURES.put("expected the node content", QUOTES);
    CURES.put(
        "while parsing a flow", "Close the bracket, or put a value that begins with one in quotes");
    CURES.put(
        "expected <block end>",
        "Indent the line as those it belongs to, with the items of a list not before its name");
    CURES.put("expected '<document start>'", "Begin the document with '---', or with a name");
  }

  private YamlCure() {}

  /** The cure for a problem that the engine describes so. */
  static String of(String problem) {
    return CURES.entrySet().stream()
        .filter(cure -> problem.contains(cure.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("Mend the YAML");
  }
}
