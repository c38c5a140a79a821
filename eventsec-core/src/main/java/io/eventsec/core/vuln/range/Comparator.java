package io.eventsec.core.vuln.range;

/** How a constraint compares, in the order in which constraints of the same version stand. */
public enum Comparator {
  /** Older. */
  LESS("<"),
  /** Older, or that version. */
  LESS_OR_EQUAL("<="),
  /** That version. */
  EQUAL("="),
  /** Not that version. */
  NOT_EQUAL("!="),
  /** That version, or newer. */
  GREATER_OR_EQUAL(">="),
  /** Newer. */
  GREATER(">");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  /** As it is written. */
  public String sign() {
    return sign;
  }

  /** The one that a text starts with; equal if it starts with none. */
  static Comparator leading(String text) {
    for (Comparator comparator :
        new Comparator[] {LESS_OR_EQUAL, GREATER_OR_EQUAL, NOT_EQUAL, LESS, GREATER, EQUAL}) {
      if (text.startsWith(comparator.sign)) {
        return comparator;
      }
    }
    return EQUAL;
  }

  boolean isLower() {
    return this == GREATER || this == GREATER_OR_EQUAL;
  }

  boolean isUpper() {
    return this == LESS || this == LESS_OR_EQUAL;
  }

  /** True if a version that compares so with the constraint's is meant. */
  boolean holds(int compared) {
    return switch (this) {
      case LESS -> compared < 0;
      case LESS_OR_EQUAL -> compared <= 0;
      case EQUAL -> compared == 0;
      case NOT_EQUAL -> compared != 0;
      case GREATER_OR_EQUAL -> compared >= 0;
      case GREATER -> compared > 0;
    };
  }
}
