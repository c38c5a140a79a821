package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts other values in the place of an item's own, before its modifiers.
 *
 * @param change what to do to one value
 */
record ValueChange(ItemRewriter.Change change) implements Transformation.OfItems {

  /** Changes values that are compared as text; regular expressions and blocks are left alone. */
  static ValueChange ofTexts(Function<String, List<String>> change) {
    return new ValueChange(
        value ->
            isText(value)
                ? value.alternatives().stream()
                    .flatMap(one -> changed(one, change))
                    .distinct()
                    .toList()
                : value.alternatives());
  }

  private static Stream<Scalar> changed(Scalar value, Function<String, List<String>> change) {
    return value.value() instanceof String text
        ? change.apply(text).stream().map(other -> new Scalar(other))
        : Stream.of(value);
  }

  private static boolean isText(ItemValue value) {
    return value.tests().stream()
        .allMatch(test -> test instanceof ValueTest.Text || test instanceof ValueTest.Placeholder);
  }

  @Override
  public Optional<Search> change(ItemInRun subject, ProcessingItem step) throws RuleFault {
    return Optional.of(ItemRewriter.rewrite(subject.item(), change));
  }
}
