package io.eventsec.core.detect.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one field of one event, each brought to text and folded at most once. */
final class FieldValues {
  private final Object value;

  /** The value again if it is a list; null if it is a scalar. */
  private final @Nullable List<?> list;

  private final int size;

  /** Null until somebody asks. */
  private @Nullable String @Nullable [] texts;

  private @Nullable String @Nullable [] folded;

  /**
   * Wraps a field's value.
   *
   * @param value a scalar or a list of them
   */
  FieldValues(Object value) {
    this.value = value;
    // Text first, as in EventView.
    this.list = !(value instanceof String) && value instanceof List<?> several ? several : null;
    this.size = list == null ? 1 : list.size();
  }

  int size() {
    return size;
  }

  Object raw(int index) {
    return list == null ? value : list.get(index);
  }

  String text(int index) {
    Object raw = raw(index);
    if (raw instanceof String text) {
      return text;
    }
    @Nullable String[] known = texts == null ? new String[size] : texts;
    texts = known;
    String text = known[index];
    if (text == null) {
      text = Numbers.text(raw);
      known[index] = text;
    }
    return text;
  }

  String folded(int index) {
    @Nullable String[] known = folded == null ? new String[size] : folded;
    folded = known;
    String fold = known[index];
    if (fold == null) {
      fold = CaseFold.fold(text(index));
      known[index] = fold;
    }
    return fold;
  }

  /** The text to compare with, folded unless case counts. */
  String text(int index, boolean cased) {
    return cased ? text(index) : folded(index);
  }
}
