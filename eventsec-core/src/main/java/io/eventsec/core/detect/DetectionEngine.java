package io.eventsec.core.detect;

import io.eventsec.core.detect.internal.RuleSet;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A compiled rule set. Immutable and shared by any number of threads; to change the rules, compile
 * anew and put the new engine in the place of the old.
 *
 * <p>A rule is tried on an event if their logsources agree. What an event tells about its own is
 * taken from {@code event.module} and {@code event.dataset}: for the modules that ship with
 * EVENTSEC ({@code suricata}, {@code zeek}) the product is the module, the service is what follows
 * the module's name in the dataset, and the categories are those of the reference page. Any other
 * event tells nothing and is tried by every rule.
 */
public final class DetectionEngine {
  private final List<SigmaRule> rules;
  private final RuleSet compiled;

  private DetectionEngine(List<SigmaRule> rules) {
    this.rules = rules;
    this.compiled = new RuleSet(rules);
  }

  /**
   * Compiles rules; matches come out in their order.
   *
   * @param rules any number, none included
   * @throws IllegalArgumentException if a rule has placeholders that no pipeline has filled; {@link
   *     io.eventsec.core.sigma.pipeline.SigmaPipelines#apply} makes problems of such rules
   */
  public static DetectionEngine compile(Collection<SigmaRule> rules) {
    rules.forEach(DetectionEngine::checkFilled);
    return new DetectionEngine(List.copyOf(rules));
  }

  private static void checkFilled(SigmaRule rule) {
    Set<String> open = rule.detection().placeholders();
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          rule + " has placeholders without values: " + open + "; apply SigmaPipelines first");
    }
  }

  /**
   * Runs the rules over one event. The same event always gives the same matches, in the order of
   * the rules.
   *
   * @return empty for nearly every event
   */
  public List<Match> process(Event event) {
    return compiled.process(event);
  }

  /** The rules it was compiled from. */
  public List<SigmaRule> rules() {
    return rules;
  }
}
