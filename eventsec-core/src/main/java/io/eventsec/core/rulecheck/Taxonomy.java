package io.eventsec.core.rulecheck;

import io.eventsec.core.internal.JarText;
import io.eventsec.core.sigma.Logsource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields that Sigma's taxonomy names, for the logsources that it names any for. */
final class Taxonomy {
  private static final String RESOURCE = "/eventsec/taxonomy/fields.txt";
  private static final int NEAR = 2;
  private static final Map<String, Set<String>> FIELDS = read();

  private Taxonomy() {}

  /** True also for a logsource that the taxonomy has no fields for. */
  static boolean knows(Logsource logsource, String field) {
    Set<String> fields = fields(logsource);
    return fields.isEmpty() || fields.contains(field);
  }

  /** The field that differs by two letters at most; empty if there is none. */
  static String nearest(Logsource logsource, String field) {
    return fields(logsource).stream()
        .filter(known -> distance(known, field) <= NEAR)
        .min(Comparator.comparingInt(known -> distance(known, field)))
        .orElse("");
  }

  private static Set<String> fields(Logsource logsource) {
    String product = logsource.product().orElse("");
    String category = logsource.category().orElse("");
    Set<String> own = FIELDS.getOrDefault(product + '/' + category, Set.of());
    Set<String> any = FIELDS.getOrDefault('/' + category, Set.of());
    if (category.isEmpty() || (own.isEmpty() && any.isEmpty())) {
      return Set.of();
    }
    Set<String> fields = new TreeSet<>(own);
    fields.addAll(any);
    fields.addAll(FIELDS.getOrDefault(product + "/all", Set.of()));
    return fields;
  }

  /** How many letters have to be put in, left out or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> fields = new HashMap<>();
    JarText.read(Taxonomy.class, RESOURCE)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .forEach(
            words ->
                fields
                    .computeIfAbsent(words[0], key -> new HashSet<>())
                    .addAll(Arrays.asList(words).subList(1, words.length)));
    return fields;
  }
}
