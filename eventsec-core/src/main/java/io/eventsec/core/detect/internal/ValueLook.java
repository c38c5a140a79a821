package io.eventsec.core.detect.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the values of a field: what its own tests ask, what keywords ask of any
 * field, or both. Immutable.
 *
 * @param number tells it from the other looks of a route
 * @param own null if nobody asks for the field itself
 * @param any null if there are no keywords to look for
 * @param shortest a text that is shorter has nothing that is looked for
 */
record ValueLook(int number, @Nullable FieldIndex own, @Nullable FieldIndex any, int shortest) {

  ValueLook(int number, @Nullable FieldIndex own, @Nullable FieldIndex any) {
    this(number, own, any, own == null && any != null ? any.shortest() : 0);
  }

  /** Tells what a value has. */
  void at(Object raw, ValueScan scan) {
    String text = Numbers.text(raw);
    scan.next();
    if (asksText(own) || asksText(any)) {
      scan.text().set(text);
    }
    if (own != null) {
      own.look(raw, text, scan);
    }
    if (any != null) {
      any.look(raw, text, scan);
    }
  }

  private static boolean asksText(@Nullable FieldIndex index) {
    return index != null && index.asksText();
  }
}
