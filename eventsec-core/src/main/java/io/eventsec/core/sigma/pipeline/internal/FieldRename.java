package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gives fields other names: the item's own, and those that {@code fieldref} names.
 *
 * @param names the other names of a field, at least one; the same if it stays
 * @param keywords the fields that keywords are looked for in; empty to look in all
 */
record FieldRename(Function<String, List<String>> names, List<String> keywords)
    implements Transformation.OfItems {
  private static final String CONTAINS = "contains";
  private static final Set<String> PLACED = Set.of(CONTAINS, "startswith", "endswith", "re");

  /** Leaves keywords alone. */
  FieldRename(Function<String, List<String>> names) {
    this(names, List.of());
  }

  @Override
  public Optional<Search> change(ItemInRun subject, ProcessingItem step) throws RuleFault {
    DetectionItem item =
        ItemRewriter.rewrite(subject.item(), value -> references(value, subject, step));
    if (item.keyword()) {
      return Optional.of(
          keywords.isEmpty() || !step.isAbout(subject, "")
              ? item
              : FieldAlternatives.spread(contained(item), keywords));
    }
    boolean own = step.isAbout(subject, item.field());
    return Optional.of(own ? FieldAlternatives.spread(item, names.apply(item.field())) : item);
  }

  /** Keywords stand anywhere in a field, and so have their tests been made. */
  private DetectionItem contained(DetectionItem item) {
    List<String> modifiers = new ArrayList<>(item.modifiers());
    if (modifiers.stream().noneMatch(PLACED::contains)) {
      modifiers.add(CONTAINS);
    }
    return new DetectionItem(keywords.get(0), modifiers, item.values(), item.all(), item.negated());
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
