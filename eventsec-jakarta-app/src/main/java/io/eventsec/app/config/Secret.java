package io.eventsec.app.config;

import java.util.Objects;

/** A text that nobody may see: it does not show itself in logs and messages. */
public final class Secret {
  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** The text itself, for whom it is meant. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "***";
  }
}
