package io.eventsec.core.vuln.risk;

import io.eventsec.core.intel.ShownText;

/** Thrown where a document is no policy of risk; tells which value breaks which rule. */
public final class InvalidRiskPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String rule;
  private final String cure;

  InvalidRiskPolicyException(String field, String value, String rule, String cure) {
    super(field + " '" + ShownText.of(value) + "' " + rule + "; " + cure);
    this.field = field;
    this.value = ShownText.of(value);
    this.rule = rule;
    this.cure = cure;
  }

  /** Which field: {@code levels.high[0].cvss}; {@code document} if it is about the whole. */
  public String field() {
    return field;
  }

  /** What stands there, as it may be shown; may be empty. */
  public String value() {
    return value;
  }

  /** The rule that it breaks. */
  public String rule() {
    return rule;
  }

  /** What to do about it, as an order in lower case. */
  public String cure() {
    return cure;
  }
}
