package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes an alert of a firing. */
final class CorrelationAlert {
  private CorrelationAlert() {}

  static Alert of(Firing firing, Evidence evidence) {
    SigmaCorrelation rule = firing.rule();
    List<Event> events = evidence.of(firing);
    return new Alert(
            firing.alertId(),
            firing.tenant(),
            rule.ref(),
            rule.title(),
            rule.level(),
            rule.metadata().list("tags"),
            entities(events),
            items(firing),
            events)
        .with(evidence.exchange(firing));
  }

  private static Entities entities(List<Event> events) {
    List<Entities> all = events.stream().map(Entities::of).toList();
    return new Entities(
        distinct(all, Entities::hosts),
        distinct(all, Entities::users),
        distinct(all, Entities::addresses));
  }

  private static List<String> distinct(
      List<Entities> all, Function<Entities, Collection<String>> part) {
    return all.stream().flatMap(entities -> part.apply(entities).stream()).distinct().toList();
  }

  /** Why it fired: what the events have in common, and what was reached. */
  private static List<MatchedItem> items(Firing firing) {
    SigmaCorrelation rule = firing.rule();
    List<MatchedItem> items = new ArrayList<>();
    for (int i = 0; i < firing.group().size(); i++) {
      items.add(
          new MatchedItem("group-by", rule.groupBy().get(i), List.of(), "", firing.group().get(i)));
    }
    items.add(
        new MatchedItem(
            rule.type().sigmaName(), field(rule), List.of(), asked(rule), number(firing)));
    return items;
  }

  private static String field(SigmaCorrelation rule) {
    return rule.condition() instanceof Reached reached ? String.join(", ", reached.fields()) : "";
  }

  private static String asked(SigmaCorrelation rule) {
    String condition =
        rule.condition() instanceof Reached reached
            ? reached.bounds().stream()
                .map(bound -> bound.relation().sigmaName() + ' ' + plain(bound.number()))
                .collect(Collectors.joining(", "))
            : "the expression of the rule";
    return condition + " within " + rule.timespan();
  }

  private static String number(Firing firing) {
    return plain(firing.measured());
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
