package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
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
 * Gives fields other names: the item's own, and those that {@code fieldref} names. Keywords have
 * none.
 *
 * @param names the other names of a field, at least one; the same if it stays
 */
record FieldRename(Function<String, List<String>> names) implements Transformation.OfItems {
  @Override
  public Optional<Search> change(ItemInRun subject, ProcessingItem step) throws RuleFault {
    DetectionItem item =
        ItemRewriter.rewrite(subject.item(), value -> references(value, subject, step));
    boolean own = !item.keyword() && step.isAbout(subject, item.field());
    return Optional.of(own ? FieldAlternatives.spread(item, names.apply(item.field())) : item);
  }

  private List<Scalar> references(ItemValue value, ItemInRun subject, ProcessingItem step) {
    if (!value.tests().stream().allMatch(ValueTest.OtherField.class::isInstance)) {
      return value.alternatives();
    }
    return value.alternatives().stream()
        .flatMap(
            field ->
                step.isAbout(subject, field.text())
                    ? names.apply(field.text()).stream().map(name -> new Scalar(name))
                    : Stream.of(field))
        .toList();
  }
}
