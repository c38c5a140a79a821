package io.eventsec.core.detect.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The compiled rule set and the plain evaluator agree on every rule and event, and go on to agree
 * when the events come again and their values are remembered. Each try is 100 pairs; {@code
 * -Djqwik.tries.default=100000} makes it ten million.
 */
class RuleSetPropertyTest {
  private static final int RULES = 5;
  private static final int EVENTS = 20;

  /** A value is kept when it comes for the second time, and recalled from the third on. */
  private static final int ROUNDS = 3;

  @Property
  void compiledRules_fireAsTheirTextSays(@ForAll long seed) {
    RandomRules made = new RandomRules(seed);
    List<SigmaRule> rules = Stream.generate(made::rule).limit(RULES).toList();
    List<Event> events = Stream.generate(made::event).limit(EVENTS).toList();
    DetectionEngine compiled = DetectionEngine.compile(rules);
    List<List<SigmaRule>> first = events.stream().map(event -> fired(compiled, event)).toList();
    PlainEvaluator plain = new PlainEvaluator();
    for (int i = 0; i < EVENTS; i++) {
      assertAgree(rules, events.get(i), first.get(i), plain);
    }
    for (int round = 1; round < ROUNDS; round++) {
      assertThat(events.stream().map(event -> fired(compiled, event)).toList()).isEqualTo(first);
    }
  }

  private static List<SigmaRule> fired(DetectionEngine compiled, Event event) {
    return compiled.process(event).stream().map(Match::rule).toList();
  }

  private static void assertAgree(
      List<SigmaRule> rules, Event event, List<SigmaRule> fired, PlainEvaluator plain) {
    for (SigmaRule rule : rules) {
      assertThat(fired.stream().anyMatch(one -> one == rule))
          .as("%s on %s %s", rule.detection(), event.nativeFields(), event.ecsFields())
          .isEqualTo(plain.fires(rule, event));
    }
  }
}
