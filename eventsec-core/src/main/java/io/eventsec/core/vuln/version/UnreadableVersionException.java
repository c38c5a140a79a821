package io.eventsec.core.vuln.version;

/** A text is no version of its scheme, so nothing can be said about it. */
public final class UnreadableVersionException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  UnreadableVersionException(VersionScheme scheme, String text, String rule) {
    super(
        "'"
            + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
            + "' is no "
            + scheme.label()
            + " version: "
            + rule);
  }
}
