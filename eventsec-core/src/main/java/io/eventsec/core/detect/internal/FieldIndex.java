package io.eventsec.core.detect.internal;

import io.eventsec.core.event.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules ask of the values of one field, or of any field, answered by one look at each
 * value. Immutable.
 *
 * @param starts literals that values start with or are; null if there are none, as for the others
 * @param ends literals that values end with
 * @param inside literals anywhere
 * @param numbers numbers and bounds
 * @param blocks blocks of addresses
 */
record FieldIndex(
    @Nullable TextTrie starts,
    @Nullable TextTrie ends,
    @Nullable GramIndex inside,
    @Nullable NumberIndex numbers,
    @Nullable CidrIndex blocks) {

  /** Tells what a value has; the view has been set to it. */
  void look(Object raw, EventView view) {
    String text = Numbers.text(raw);
    if (starts != null || ends != null || inside != null) {
      view.text().set(text);
      lookAtText(view);
    }
    if (numbers != null) {
      if (raw instanceof Number number) {
        numbers.look(number, view);
      }
      if (numbers.hasBounds()) {
        numbers.lookAtBounds(NumberText.number(raw), view);
      }
    }
    if (blocks != null) {
      blocks.look(text, view);
    }
  }

  private void lookAtText(EventView view) {
    if (starts != null) {
      starts.look(view);
    }
    if (ends != null) {
      ends.look(view);
    }
    if (inside != null) {
      inside.look(view);
    }
  }
}
