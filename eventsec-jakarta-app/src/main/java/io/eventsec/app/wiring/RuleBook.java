package io.eventsec.app.wiring;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.StartMessages;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.RuleCatalogue;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.pipeline.SigmaPipelines;
import io.eventsec.persistence.rule.StoredRule;
import io.eventsec.rules.BundledRules;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of this node: the bundled ones and those of the configured directory, compiled once.
 */
@ApplicationScoped
public class RuleBook {
  private static final Logger LOG = System.getLogger(RuleBook.class.getName());

  @Inject Settings settings;
  @Inject Policies policies;

  private LoadedRules loaded = LoadedRules.NONE;
  private List<SigmaProblem> problems = List.of();
  private CorrelationRules correlations = CorrelationRules.NONE;
  private DetectionEngine engine = DetectionEngine.compile(List.of());
  private Detection detection = Detection.of(engine, correlations);

  @PostConstruct
  void load() {
    LoadedRules bundled = BundledRules.load();
    LoadedRules all =
        settings.rules().directory().map(RuleDirectory::load).map(bundled::and).orElse(bundled);
    loaded = SigmaPipelines.NONE.apply(all);
    correlations = CorrelationRules.compile(loaded);
    problems = Stream.concat(loaded.leftOut().stream(), correlations.problems().stream()).toList();
    problems.forEach(problem -> StartMessages.RULE_LEFT_OUT.log(LOG, problem.toString()));
    engine = engine(loaded.rules());
    detection = detection(RulePolicies.NONE);
  }

  private static DetectionEngine engine(List<SigmaRule> rules) {
    return DetectionEngine.builder().rules(rules).undecided(new UndecidedRules()).build();
  }

  /**
   * What looks at each event, as tenants want it now.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public synchronized Detection detection() {
    RulePolicies current = policies.current();
    if (detection.policies() != current) {
      detection = detection(current);
    }
    return detection;
  }

  private Detection detection(RulePolicies current) {
    return Detection.of(engine, correlations, current, settings.risk().options());
  }

  /**
   * The same rules as tenants want them now, to be run one at a time.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public RuleCatalogue catalogue() {
    return new RuleCatalogue(
        loaded, correlations, RuleBook::engine, policies.now(), settings.risk().options());
  }

  /** The correlations that run. */
  public CorrelationRules correlations() {
    return correlations;
  }

  /** The rules and correlations that run. */
  public List<RuleText> rules() {
    return Stream.concat(
            loaded.rules().stream().map(RuleText::of),
            correlations.correlations().stream().map(RuleText::of))
        .toList();
  }

  /** What is wrong with the others. */
  public List<SigmaProblem> problems() {
    return problems;
  }

  /** The rule or correlation of that id. */
  public Optional<RuleText> find(String id) {
    return rules().stream().filter(rule -> rule.ref().id().equals(id)).findFirst();
  }

  /** The rules as they are kept beside the alerts they raise. */
  public List<StoredRule> stored() {
    return rules().stream()
        .map(rule -> new StoredRule(rule.ref(), rule.title(), rule.level(), rule.yaml()))
        .toList();
  }
}
