package io.eventsec.core.detect.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The compiled rule set and the plain evaluator agree on every rule and event. Each try is 100
 * pairs; {@code -Djqwik.tries.default=100000} makes it ten million.
 */
class RuleSetPropertyTest {
  private static final int RULES = 5;
  private static final int EVENTS = 20;

  @Property
  void compiledRules_fireAsTheirTextSays(@ForAll long seed) {
    RandomRules made = new RandomRules(seed);
    List<SigmaRule> rules = Stream.generate(made::rule).limit(RULES).toList();
    DetectionEngine compiled = DetectionEngine.compile(rules);
    PlainEvaluator plain = new PlainEvaluator();
    for (int i = 0; i < EVENTS; i++) {
      Event event = made.event();
      Map<SigmaRule, Boolean> fired = new IdentityHashMap<>();
      for (Match match : compiled.process(event)) {
        fired.put(match.rule(), true);
      }
      for (SigmaRule rule : rules) {
        assertThat(fired.containsKey(rule))
            .as("%s on %s %s", rule.detection(), event.nativeFields(), event.ecsFields())
            .isEqualTo(plain.fires(rule, event));
      }
    }
  }
}
