package io.eventsec.core.detect;

import io.eventsec.core.detect.internal.RuleSet;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A compiled rule set. Immutable and shared by any number of threads; to change the rules, compile
 * anew and put the new engine in the place of the old.
 *
 * <p>A rule is tried on an event if their logsources agree. What an event tells about its own is,
 * unless {@link LogsourceRouting} says otherwise, taken from {@code event.module} and {@code
 * event.dataset}: for the modules that ship with EVENTSEC ({@code suricata}, {@code zeek}, {@code
 * windows}, {@code aws}) the product is the module, the service is what follows the module's name
 * in the dataset, and the categories are those of the reference page, for events of Windows by
 * {@code event.code} too. Any other event tells nothing and is tried by every rule. Rules about
 * alerts ({@link io.eventsec.core.sigma.Logsource#isOfAlerts}) are tried on what is given to {@link
 * #processAlert}, and on nothing else; rules about findings of vulnerabilities on events of the
 * source {@link io.eventsec.core.vuln.finding.FindingEvents#SOURCE}, which no sender can use, and
 * on nothing else.
 */
public final class DetectionEngine {
  private static final System.Logger LOG = System.getLogger(DetectionEngine.class.getName());

  private final List<SigmaRule> rules;
  private final RuleSet compiled;
  private final boolean ofAlerts;

  private DetectionEngine(Builder builder) {
    this.rules = List.copyOf(builder.rules);
    rules.forEach(DetectionEngine::checkFilled);
    this.compiled = new RuleSet(rules, builder.routing, builder.undecided);
    this.ofAlerts = rules.stream().anyMatch(rule -> rule.logsource().isOfAlerts());
  }

  /**
   * Compiles rules, with everything else as {@link #builder()} has it.
   *
   * @param rules any number, none included
   * @throws IllegalArgumentException if a rule has placeholders that no pipeline has filled; {@link
   *     io.eventsec.core.sigma.pipeline.SigmaPipelines#apply} makes problems of such rules
   */
  public static DetectionEngine compile(Collection<SigmaRule> rules) {
    return builder().rules(rules).build();
  }

  /** Starts an engine without rules, {@link LogsourceRouting#BY_MODULE}. */
  public static Builder builder() {
    return new Builder();
  }

  private static void warn(Undecided undecided) {
    LOG.log(
        Level.WARNING,
        "Rule {0} could not be decided for event {1}: {2}",
        undecided.rule().ref().id(),
        undecided.event().id(),
        undecided.reason());
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

  /**
   * Runs the rules about alerts over an alert that is told as an event. Whoever calls this vouches
   * for it being one.
   *
   * @return the matches, in the order of the rules
   */
  public List<Match> processAlert(Event alert) {
    return compiled.processAlert(alert);
  }

  /** True if one of the rules is about alerts. */
  public boolean hasRulesOfAlerts() {
    return ofAlerts;
  }

  /** The rules it was compiled from. */
  public List<SigmaRule> rules() {
    return rules;
  }

  /** The rules that no event can be spared: nothing that must be there tells them apart. */
  public List<SigmaRule> rulesTriedOnEveryEvent() {
    return compiled.triedAlways();
  }

  /** What each rule has done so far, in the order of the rules. */
  public List<RuleStatistics> statistics() {
    return compiled.statistics();
  }

  /**
   * Says of each part of a rule whether it is true for an event. Compiles the rule for it, so it
   * takes a thousand times as long as an evaluation: for people, not for streams.
   */
  public static Explanation explain(SigmaRule rule, Event event) {
    return new RuleSet(List.of(rule), LogsourceRouting.BY_MODULE, DetectionEngine::warn)
        .explain(event);
  }

  /** Collects what an engine is made of. Not thread-safe. */
  public static final class Builder {
    private final List<SigmaRule> rules = new ArrayList<>();
    private LogsourceRouting routing = LogsourceRouting.BY_MODULE;
    private Consumer<Undecided> undecided = DetectionEngine::warn;

    private Builder() {}

    /** Adds rules; matches come out in the order in which they were added. */
    public Builder rules(Collection<SigmaRule> more) {
      rules.addAll(more);
      return this;
    }

    /** Sets how an event tells which rules are about it. */
    public Builder routing(LogsourceRouting value) {
      this.routing = value;
      return this;
    }

    /**
     * Sets who is told of each rule that cannot be decided for an event, because a regular
     * expression that only a backtracking engine can run takes too many steps over a value. Called
     * by the threads that process events. Without it a warning is logged.
     */
    public Builder undecided(Consumer<Undecided> listener) {
      this.undecided = listener;
      return this;
    }

    /**
     * Compiles it.
     *
     * @throws IllegalArgumentException if a rule has placeholders that no pipeline has filled
     */
    public DetectionEngine build() {
      return new DetectionEngine(this);
    }
  }
}
