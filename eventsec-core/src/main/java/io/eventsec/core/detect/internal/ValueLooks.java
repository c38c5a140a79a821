package io.eventsec.core.detect.internal;

import org.jspecify.annotations.Nullable;

/** The looks of a rule set, by field and by what an event's rules ask. Immutable. */
final class ValueLooks {
  private final @Nullable ValueLook others;
  private final @Nullable ValueLook[] own;
  private final @Nullable ValueLook[] both;

  /**
   * Makes them.
   *
   * @param byField null for a field that nobody asks for
   * @param any of keywords; null if there are none
   */
  ValueLooks(@Nullable FieldIndex[] byField, @Nullable FieldIndex any) {
    this.others = any == null ? null : new ValueLook(0, null, any);
    this.own = new ValueLook[byField.length];
    this.both = new ValueLook[byField.length];
    for (int i = 0; i < byField.length; i++) {
      if (byField[i] != null) {
        own[i] = new ValueLook(2 * i + 1, byField[i], null);
        both[i] = new ValueLook(2 * i + 2, byField[i], any);
      }
    }
  }

  /** How many numbers they have. */
  int count() {
    return 2 * own.length + 1;
  }

  /**
   * What is looked for in a field's values; null if nothing is.
   *
   * @param asked whether a rule asks for the field itself
   * @param keywords whether a rule asks for keywords
   */
  @Nullable ValueLook of(int field, boolean asked, boolean keywords) {
    if (!asked || own[field] == null) {
      return ofOthers(keywords);
    }
    return keywords ? both[field] : own[field];
  }

  /** What is looked for in the values of fields that nobody asks for; null if nothing is. */
  @Nullable ValueLook ofOthers(boolean keywords) {
    return keywords ? others : null;
  }
}
