package io.eventsec.core.vuln.version;

/**
 * {@code [epoch:]version[-release]}, taken apart.
 *
 * @param epoch digits; empty if there is none
 * @param release empty if there is none
 */
record EpochText(String epoch, String version, String release) {

  static EpochText of(VersionScheme scheme, String text) throws UnreadableVersionException {
    int colon = text.indexOf(':');
    String epoch = colon < 0 ? "" : text.substring(0, colon);
    if (colon >= 0 && !Digits.isNumber(epoch)) {
      throw new UnreadableVersionException(
          scheme, text, "its epoch '" + epoch + "' is no number; write 1:2.3-4");
    }
    String rest = text.substring(colon + 1);
    int dash = rest.lastIndexOf('-');
    return new EpochText(
        epoch, dash < 0 ? rest : rest.substring(0, dash), dash < 0 ? "" : rest.substring(dash + 1));
  }
}
