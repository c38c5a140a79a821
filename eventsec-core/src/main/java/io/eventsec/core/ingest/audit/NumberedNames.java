package io.eventsec.core.ingest.audit;

import io.eventsec.core.internal.JarText;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Reads lists of numbers and their names from the jar. */
final class NumberedNames {
  private NumberedNames() {}

  /** The names by number, of a list that has one on each line. */
  static Map<Integer, String> read(String resource) {
    Map<Integer, String> names = new HashMap<>();
    JarText.read(NumberedNames.class, resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> run(line, names));
    return Collections.unmodifiableMap(names);
  }

  /** A number, and the names of it and of those that follow it. */
  static void run(String line, Map<Integer, String> names) {
    String[] words = line.split(" ");
    int first = Integer.parseInt(words[0]);
    for (int i = 1; i < words.length; i++) {
      names.put(first + i - 1, words[i]);
    }
  }
}
