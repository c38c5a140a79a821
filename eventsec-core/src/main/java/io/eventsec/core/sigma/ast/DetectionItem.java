package io.eventsec.core.sigma.ast;

import java.util.List;
import java.util.stream.Stream;

/**
 * One line of a selection: a field and the values it may have. Immutable.
 *
 * @param field the field's name; empty for keywords, which look at every field
 * @param modifiers the modifiers in the order written
 * @param values what was written, at least one
 * @param all true if every value must be found ({@code all}), false if one is enough
 * @param negated true if the item holds when it otherwise would not ({@code neq})
 */
public record DetectionItem(
    String field, List<String> modifiers, List<ItemValue> values, boolean all, boolean negated)
    implements Search {
  /** Copies the lists. */
  public DetectionItem {
    modifiers = List.copyOf(modifiers);
    values = List.copyOf(values);
  }

  /** True if it looks at every field of the event. */
  public boolean keyword() {
    return field.isEmpty();
  }

  @Override
  public Stream<DetectionItem> items() {
    return Stream.of(this);
  }

  /** The same about another field. */
  public DetectionItem about(String otherField) {
    return new DetectionItem(otherField, modifiers, values, all, negated);
  }

  /** The same with other values. */
  public DetectionItem with(List<ItemValue> otherValues) {
    return new DetectionItem(field, modifiers, otherValues, all, negated);
  }
}
