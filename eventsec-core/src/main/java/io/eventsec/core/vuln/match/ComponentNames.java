package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.util.HashSet;
import java.util.Set;

/**
 * The names by which a component can meet advisories, whatever these say: what is stored with a
 * component, so that changed advisories find it. Names that are stored are good for as long as they
 * are made as they are here. Thread-safe: it only computes.
 */
public final class ComponentNames {
  private static final PackageQuestions QUESTIONS = new PackageQuestions(SourceNames.NONE);

  private ComponentNames() {}

  /** The names of a component; none if no advisory can be about it. */
  public static Set<String> of(SoftwareComponent component) {
    Set<String> names = new HashSet<>();
    MatchNames.add(component, QUESTIONS.of(component), names);
    return names;
  }
}
