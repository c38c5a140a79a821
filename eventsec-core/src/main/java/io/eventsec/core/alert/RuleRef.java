package io.eventsec.core.alert;

import java.util.regex.Pattern;

/**
 * One version of one rule.
 *
 * @param id the rule's id in small letters, mostly a UUID, which Sigma recommends
 * @param version twelve hexadecimal digits of the SHA-256 over the rule's text: another text is
 *     another version
 */
public record RuleRef(String id, String version) {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** True if the id is a UUID, which nobody else's rule has by accident. */
  public boolean hasUuid() {
    return UUID.matcher(id).matches();
  }
}
