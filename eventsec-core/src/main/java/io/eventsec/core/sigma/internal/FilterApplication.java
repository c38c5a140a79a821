package io.eventsec.core.sigma.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.SigmaFilter;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a filter's searches and condition into the rules it is about. */
public final class FilterApplication {
  private final SigmaFilter filter;

  /** What stands before the names of the filter's searches, so that no rule has them too. */
  private final String prefix;

  private FilterApplication(SigmaFilter filter) {
    this.filter = filter;
    this.prefix = "filter " + filter.ref().id() + '/';
  }

  /**
   * The rule with the filters that are about it, each taken up once. Its version tells which those
   * were: what it finds is no longer what its text alone says.
   */
  public static SigmaRule apply(List<SigmaFilter> filters, SigmaRule rule) {
    SigmaRule filtered = rule;
    for (SigmaFilter filter : filters) {
      if (filter.isAbout(rule) && !filtered.filters().contains(filter.ref())) {
        filtered = new FilterApplication(filter).to(filtered);
      }
    }
    return filtered;
  }

  private SigmaRule to(SigmaRule rule) {
    Map<String, Search> searches = new LinkedHashMap<>(rule.detection().searches());
    filter.detection().searches().forEach((name, search) -> searches.put(prefix + name, search));
    Condition filtering =
        new Condition.Or(filter.detection().conditions().stream().map(this::renamed).toList());
    List<Condition> conditions =
        rule.detection().conditions().stream()
            .<Condition>map(condition -> new Condition.And(List.of(condition, filtering)))
            .toList();
    List<RuleRef> filters = new ArrayList<>(rule.filters());
    filters.add(filter.ref());
    return new SigmaRule(
        new RuleRef(
            rule.ref().id(), TextDigest.of(rule.ref().version() + '\n' + filter.ref().version())),
        rule.metadata(),
        rule.logsource(),
        new SigmaDetection(searches, conditions),
        rule.origin(),
        filters);
  }

  private Condition renamed(Condition condition) {
    if (condition instanceof Condition.And and) {
      return new Condition.And(and.operands().stream().map(this::renamed).toList());
    }
    if (condition instanceof Condition.Or or) {
      return new Condition.Or(or.operands().stream().map(this::renamed).toList());
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(renamed(not.operand()));
    }
    if (condition instanceof Condition.Some some) {
      return new Condition.Some(
          some.atLeast(), some.searches().stream().map(name -> prefix + name).toList());
    }
    return new Condition.Named(prefix + ((Condition.Named) condition).search());
  }
}
