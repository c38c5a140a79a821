package io.eventsec.core.rulecheck;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the fields that a rule asks for. */
final class RuleFields {
  private RuleFields() {}

  /** By name, in the order of the rule. */
  static Set<String> of(SigmaDetection detection) {
    Set<String> fields = new LinkedHashSet<>();
    detection.searches().values().forEach(search -> collect(search, fields));
    return fields;
  }

  private static void collect(Search search, Set<String> fields) {
    if (search instanceof Search.AllOf all) {
      all.parts().forEach(part -> collect(part, fields));
    } else if (search instanceof Search.AnyOf any) {
      any.parts().forEach(part -> collect(part, fields));
    } else if (search instanceof DetectionItem item && !item.keyword()) {
      fields.add(item.field());
    }
  }
}
