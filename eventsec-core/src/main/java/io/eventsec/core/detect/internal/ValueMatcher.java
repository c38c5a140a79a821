package io.eventsec.core.detect.internal;

/** Looks at one value. Immutable. */
@FunctionalInterface
interface ValueMatcher {

  boolean matches(FieldValues values, int index);
}
