package io.eventsec.core.detect.internal;

/** Looks at one value. Immutable. */
@FunctionalInterface
interface ValueMatcher {

  boolean matches(FieldValues values, int index);

  /** False if a look may take long for the length of the value. */
  default boolean isLinear() {
    return true;
  }
}
