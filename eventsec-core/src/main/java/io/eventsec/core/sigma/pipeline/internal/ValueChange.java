package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Puts other values in the place of an item's own.
 *
 * @param view the item as the change sees it, which means the same
 * @param change what to do to one value
 */
record ValueChange(UnaryOperator<DetectionItem> view, ItemRewriter.Change change)
    implements Transformation.OfItems {

  /** Changes values of any kind, before their modifiers. */
  static ValueChange of(ItemRewriter.Change change) {
    return new ValueChange(item -> item, change);
  }

  /** Changes values that are compared as text; regular expressions and blocks are left alone. */
  static ValueChange ofTexts(Function<String, List<String>> change) {
    return of(value -> texts(value, change));
  }

  /** The same, of texts with the wildcards that their place in the field means. */
  static ValueChange ofWholeTexts(Function<String, List<String>> change) {
    return new ValueChange(WholeValues::of, value -> texts(value, change));
  }

  private static List<Scalar> texts(ItemValue value, Function<String, List<String>> change) {
    return WholeValues.isText(value)
        ? value.alternatives().stream().flatMap(one -> changed(one, change)).distinct().toList()
        : value.alternatives();
  }

  private static Stream<Scalar> changed(Scalar value, Function<String, List<String>> change) {
    return value.value() instanceof String text
        ? change.apply(text).stream().map(other -> new Scalar(other))
        : Stream.of(value);
  }

  @Override
  public Optional<Search> change(ItemInRun subject, ProcessingItem step) throws RuleFault {
    DetectionItem seen = view.apply(subject.item());
    DetectionItem changed = ItemRewriter.rewrite(seen, change);
    return Optional.of(changed == seen ? subject.item() : changed);
  }
}
