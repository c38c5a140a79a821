package io.eventsec.core.rulecheck;

import java.util.Set;
import java.util.regex.Pattern;

/** The tags that the specification's appendix <i>Tags</i> knows. */
final class Tags {
  private static final Pattern ATTACK_ID =
      Pattern.compile("(t\\d{4}(\\.\\d{3})?|[gsm]\\d{4}|ds\\d{4})");
  private static final Pattern OTHER =
      Pattern.compile(
          "car\\.\\d{4}-\\d{2}-\\d{3}|cve\\.\\d{4}[-.]\\d{4,}|d3fend\\.d3-[a-z0-9-]+"
              + "|detection\\.(dfir|emerging-threats|threat-hunting)|stp\\.\\d[a-z]?"
              + "|tlp\\.(red|amber|amber-strict|green|white|clear)");
  private static final Set<String> TACTICS =
      Set.of(
          "reconnaissance",
          "resource-development",
          "initial-access",
          "execution",
          "persistence",
          "privilege-escalation",
          "defense-evasion",
          "stealth",
          "defense-impairment",
          "credential-access",
          "discovery",
          "lateral-movement",
          "collection",
          "command-and-control",
          "exfiltration",
          "impact");

  private Tags() {}

  static boolean isKnown(String tag) {
    if (!tag.startsWith("attack.")) {
      return OTHER.matcher(tag).matches();
    }
    String name = tag.substring("attack.".length());
    return ATTACK_ID.matcher(name).matches() || TACTICS.contains(name.replace('_', '-'));
  }
}
