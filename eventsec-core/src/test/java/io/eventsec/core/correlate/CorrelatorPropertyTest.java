package io.eventsec.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.correlate.ReferenceCorrelator.Answer;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.LoadedRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random correlations over random streams give what the plain evaluation gives, whatever the order
 * of arrival and whoever is restarted. {@code -Djqwik.tries.default=100000} looks longer.
 */
class CorrelatorPropertyTest {
  private static final CorrelatorOptions SHORT =
      CorrelatorOptions.DEFAULT.withLateness(Duration.ofSeconds(20));

  @Property
  void anyStream_isAnsweredLikeThePlainEvaluation(@ForAll long seed) {
    RandomStreams random = new RandomStreams(seed);
    String yaml = random.rules();
    LoadedRules rules = Streams.rules(yaml);
    List<Event> events = random.events();

    Set<Answer> expected =
        loud(
            rules,
            new ReferenceCorrelator(
                    CorrelationRules.compile(rules).correlations(), matched(rules, events))
                .answers());

    List<Firing> sorted = Streams.firings(rules, events, random.step(), SHORT);
    assertThat(sorted).as(yaml).doesNotHaveDuplicates();
    assertThat(answers(sorted)).as("sorted\n" + yaml).isEqualTo(expected);
    List<Event> delayed = random.delayed(events, 19);
    assertThat(Set.copyOf(Streams.firings(rules, delayed, random.step(), SHORT)))
        .as("delayed\n" + yaml)
        .isEqualTo(Set.copyOf(sorted));
    assertThat(Set.copyOf(Streams.firingsWithRestarts(rules, delayed, random.step(), SHORT)))
        .as("restarted\n" + yaml)
        .isEqualTo(Set.copyOf(sorted));
  }

  private static Set<Answer> answers(List<Firing> firings) {
    return firings.stream()
        .map(
            firing ->
                new Answer(
                    firing.rule().title(), firing.group(), firing.event().id(), firing.measured()))
        .collect(Collectors.toSet());
  }

  /** Without those of correlations that others refer to and keep silent. */
  private static Set<Answer> loud(LoadedRules rules, Set<Answer> answers) {
    CorrelationRules compiled = CorrelationRules.compile(rules);
    Set<String> titles =
        compiled.correlations().stream()
            .filter(rule -> compiled.raisesAlerts(rule.ref()))
            .map(rule -> rule.title())
            .collect(Collectors.toSet());
    return answers.stream()
        .filter(answer -> titles.contains(answer.rule()))
        .collect(Collectors.toSet());
  }

  private static Map<String, List<Event>> matched(LoadedRules rules, List<Event> events) {
    DetectionEngine engine = Streams.engine(rules);
    Map<String, List<Event>> matched = new HashMap<>();
    for (Event event : events) {
      engine
          .process(event)
          .forEach(
              match ->
                  matched
                      .computeIfAbsent(match.rule().title(), title -> new ArrayList<>())
                      .add(event));
    }
    return matched;
  }
}
