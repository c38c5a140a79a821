package io.eventsec.core.detect.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one field of one event, each brought to text and folded at most once. */
final class FieldValues {
  private final Object value;
  private final int size;
  private final @Nullable String[] texts;
  private final @Nullable String[] folded;

  /**
   * Wraps a field's value.
   *
   * @param value a scalar or a list of them
   */
  FieldValues(Object value) {
    this.value = value;
    this.size = value instanceof List<?> list ? list.size() : 1;
    this.texts = new String[size];
    this.folded = new String[size];
  }

  int size() {
    return size;
  }

  Object raw(int index) {
    return value instanceof List<?> list ? list.get(index) : value;
  }

  String text(int index) {
    String text = texts[index];
    if (text == null) {
      text = Numbers.text(raw(index));
      texts[index] = text;
    }
    return text;
  }

  String folded(int index) {
    String fold = folded[index];
    if (fold == null) {
      fold = CaseFold.fold(text(index));
      folded[index] = fold;
    }
    return fold;
  }

  /** The text to compare with, folded unless case counts. */
  String text(int index, boolean cased) {
    return cased ? text(index) : folded(index);
  }
}
