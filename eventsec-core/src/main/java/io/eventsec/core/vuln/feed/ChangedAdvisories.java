package io.eventsec.core.vuln.feed;

import io.eventsec.core.vuln.advisory.Advisory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Advisories that only one of two libraries has; of one that was changed both states.
 *
 * @param found by which something else may be found
 * @param described by which the same is found, and which say it otherwise or at another time
 */
record ChangedAdvisories(List<Advisory> found, List<Advisory> described) {
  static ChangedAdvisories between(List<Advisory> before, List<Advisory> after) {
    List<Advisory> gone = without(before, after);
    // What was read again and is the same is another object.
    Map<String, Advisory> known = new HashMap<>();
    gone.forEach(advisory -> known.put(advisory.key(), advisory));
    List<Advisory> found = new ArrayList<>();
    List<Advisory> described = new ArrayList<>();
    for (Advisory advisory : without(after, before)) {
      Advisory was = known.get(advisory.key());
      if (was != null && was.findsTheSameAs(advisory)) {
        known.remove(advisory.key());
        if (!was.equals(advisory)) {
          described.add(advisory);
        }
      } else {
        found.add(advisory);
      }
    }
    found.addAll(known.values());
    return new ChangedAdvisories(found, described);
  }

  private static List<Advisory> without(List<Advisory> some, Collection<Advisory> others) {
    Set<Advisory> left = Collections.newSetFromMap(new IdentityHashMap<>(others.size()));
    left.addAll(others);
    return some.stream().filter(one -> !left.contains(one)).toList();
  }
}
