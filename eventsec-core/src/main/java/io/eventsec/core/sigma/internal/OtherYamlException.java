package io.eventsec.core.sigma.internal;

/** What {@link BlockYaml} leaves to the YAML engine, be it sound or not. */
final class OtherYamlException extends Exception {
  private static final long serialVersionUID = 1L;

  /** There is one only: nobody asks where it came from. */
  static final OtherYamlException HERE = new OtherYamlException();

  private OtherYamlException() {
    super(null, null, false, false);
  }
}
