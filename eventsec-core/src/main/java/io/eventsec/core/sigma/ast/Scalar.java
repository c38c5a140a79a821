package io.eventsec.core.sigma.ast;

import org.jspecify.annotations.Nullable;

/**
 * A value as YAML has it, before any modifier.
 *
 * @param value a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, or null
 */
public record Scalar(@Nullable Object value) {

  /** It as text; {@code null} is the word. */
  public String text() {
    return String.valueOf(value);
  }
}
