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

  /** True if it looks for nothing. */
  boolean isEmpty() {
    return !asksText() && numbers == null && blocks == null;
  }

  /** A text that is shorter has nothing that it looks for; 0 if that cannot be said. */
  int shortest() {
    boolean onlyInside = starts == null && ends == null && numbers == null && blocks == null;
    return onlyInside && inside != null ? inside.shortest() : 0;
  }

  /** True if it looks for text. */
  boolean asksText() {
    return starts != null || ends != null || inside != null;
  }

  /**
   * Tells what a value has.
   *
   * @param text the value as text; the scan has it too if that is asked for
   */
  void look(Object raw, String text, ValueScan scan) {
    lookAtText(text, scan);
    if (numbers != null) {
      if (raw instanceof Number number) {
        numbers.look(number, scan);
      }
      if (numbers.hasBounds()) {
        numbers.lookAtBounds(NumberText.number(raw), scan);
      }
    }
    if (blocks != null) {
      blocks.look(text, scan);
    }
  }

  private void lookAtText(String text, ValueScan scan) {
    if (starts != null) {
      starts.look(scan);
    }
    if (ends != null) {
      ends.look(scan);
    }
    if (inside != null) {
      inside.look(text, scan);
    }
  }
}
