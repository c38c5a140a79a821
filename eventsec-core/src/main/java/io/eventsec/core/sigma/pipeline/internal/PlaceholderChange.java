package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.Placeholders;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/**
 * Puts values, or a wildcard, in the place of placeholders. A value of the rule with several
 * placeholders gets every combination of their values; those without values stay.
 *
 * @param names which placeholders
 * @param wildcard true for {@code *}, false for the values that there are
 */
record PlaceholderChange(Predicate<String> names, boolean wildcard)
    implements Transformation.OfItems {
  private static final int MAX_COMBINATIONS = 50_000;
  private static final List<Scalar> ANY = List.of(new Scalar("*"));
  private static final List<Scalar> ANY_IN_REGEX = List.of(new Scalar(".*"));

  static PlaceholderChange wildcards(Predicate<String> names) {
    return new PlaceholderChange(names, true);
  }

  static PlaceholderChange values(Predicate<String> names) {
    return new PlaceholderChange(names, false);
  }

  @Override
  public Optional<Search> change(ItemInRun subject, ProcessingItem step) throws RuleFault {
    List<Scalar> any = subject.item().modifiers().contains("re") ? ANY_IN_REGEX : ANY;
    Map<String, List<Scalar>> variables = subject.run().variables();
    Values values = name -> wildcard ? any : variables.getOrDefault(name, List.of());
    return Optional.of(ItemRewriter.rewrite(subject.item(), value -> filled(value, values)));
  }

  /** What there is for a placeholder; empty if nothing. */
  private interface Values {
    List<Scalar> of(String name);
  }

  private List<Scalar> filled(ItemValue value, Values values) throws RuleFault {
    if (value.tests().stream().noneMatch(ValueTest.Placeholder.class::isInstance)) {
      return value.alternatives();
    }
    List<Scalar> filled = new ArrayList<>();
    for (Scalar alternative : value.alternatives()) {
      filled.addAll(filled(alternative, values));
    }
    return filled.stream().distinct().toList();
  }

  private List<Scalar> filled(Scalar value, Values values) throws RuleFault {
    if (!(value.value() instanceof String text)) {
      return List.of(value);
    }
    Matcher whole = Placeholders.FORM.matcher(text);
    return whole.matches()
        ? valuesOf(whole, values)
        : combined(text, values).stream().map(one -> new Scalar(one)).toList();
  }

  /** The placeholder's values; itself if it is to stay. */
  private List<Scalar> valuesOf(Matcher placeholder, Values values) {
    String name = placeholder.group(1);
    List<Scalar> found = names.test(name) ? values.of(name) : List.of();
    return found.isEmpty() ? List.of(new Scalar(placeholder.group())) : found;
  }

  private List<String> combined(String text, Values values) throws RuleFault {
    List<String> heads = List.of("");
    Matcher placeholder = Placeholders.FORM.matcher(text);
    int end = 0;
    while (placeholder.find()) {
      String between = text.substring(end, placeholder.start());
      heads = extended(heads, between, valuesOf(placeholder, values));
      end = placeholder.end();
    }
    String rest = text.substring(end);
    return heads.stream().map(head -> head + rest).toList();
  }

  private static List<String> extended(List<String> heads, String between, List<Scalar> values)
      throws RuleFault {
    if ((long) heads.size() * values.size() > MAX_COMBINATIONS) {
      throw new RuleFault(
          "The placeholders of one value have more than " + MAX_COMBINATIONS + " combinations",
          "Use shorter value lists");
    }
    return heads.stream()
        .flatMap(head -> values.stream().map(value -> head + between + value.text()))
        .toList();
  }
}
