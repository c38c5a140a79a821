package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaFilter;
import io.eventsec.core.sigma.SigmaProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what correlations and filters refer to, once everything is loaded. */
public final class CorrelationReferences {
  private final LoadedRules loaded;
  private final List<SigmaProblem> problems = new ArrayList<>();

  private CorrelationReferences(LoadedRules loaded) {
    this.loaded = loaded;
  }

  /** See {@link LoadedRules#unresolved()}. */
  public static List<SigmaProblem> problems(LoadedRules loaded) {
    CorrelationReferences references = new CorrelationReferences(loaded);
    loaded.filters().forEach(references::check);
    loaded.correlations().forEach(references::check);
    return references.problems;
  }

  private void check(SigmaFilter filter) {
    for (String name : filter.rules()) {
      if (loaded.rules().stream().noneMatch(rule -> rule.isCalled(name))) {
        problem(
            filter.origin(),
            "Filter '" + filter.title() + "' is about rule '" + name + "', which is not loaded",
            "Load that rule too, mend its id or name, or remove it from 'rules:'");
      }
    }
  }

  private void check(SigmaCorrelation correlation) {
    for (String name : correlation.rules()) {
      if (correlation(name).isEmpty()
          && loaded.rules().stream().noneMatch(rule -> rule.isCalled(name))) {
        problem(
            correlation.origin(),
            "Correlation '"
                + correlation.title()
                + "' refers to rule '"
                + name
                + "', which is not loaded",
            "Load that rule too, or mend its id or name");
      }
    }
    if (reaches(correlation, correlation, new HashSet<>())) {
      problem(
          correlation.origin(),
          "Correlation '" + correlation.title() + "' refers to itself in the end",
          "Take one of the references in that circle away");
    }
  }

  private boolean reaches(SigmaCorrelation from, SigmaCorrelation goal, Set<String> seen) {
    for (String name : from.rules()) {
      Optional<SigmaCorrelation> next = correlation(name);
      if (next.isPresent()
          && (next.get().equals(goal)
              || (seen.add(next.get().ref().id()) && reaches(next.get(), goal, seen)))) {
        return true;
      }
    }
    return false;
  }

  private Optional<SigmaCorrelation> correlation(String name) {
    return loaded.correlations().stream().filter(found -> found.isCalled(name)).findFirst();
  }

  private void problem(RuleOrigin origin, String message, String cure) {
    problems.add(new SigmaProblem(origin.file(), origin.line(), 1, message, cure));
  }
}
