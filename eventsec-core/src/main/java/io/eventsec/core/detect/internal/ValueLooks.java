package io.eventsec.core.detect.internal;

import org.jspecify.annotations.Nullable;

/** The looks of a rule set for rules that ask for the same keywords, by field. Immutable. */
final class ValueLooks {
  private final @Nullable ValueLook others;
  private final @Nullable ValueLook[] fields;

  /**
   * Makes them.
   *
   * @param byField null for a field that nobody asks for
   * @param any of keywords; null if there are none
   */
  ValueLooks(@Nullable FieldIndex[] byField, @Nullable FieldIndex any) {
    this.others = any == null ? null : new ValueLook(0, null, any);
    this.fields = new ValueLook[byField.length];
    for (int i = 0; i < byField.length; i++) {
      if (byField[i] != null) {
        fields[i] = new ValueLook(i + 1, byField[i], any);
      }
    }
  }

  /**
   * What is looked for in a field's values; null if nothing is.
   *
   * @param asked whether a rule asks for the field itself
   */
  @Nullable ValueLook of(int field, boolean asked) {
    return asked && fields[field] != null ? fields[field] : others;
  }

  /** What is looked for in the values of fields that nobody asks for; null if nothing is. */
  @Nullable ValueLook ofOthers() {
    return others;
  }
}
