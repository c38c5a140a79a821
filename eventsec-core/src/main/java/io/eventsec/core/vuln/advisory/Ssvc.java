package io.eventsec.core.vuln.advisory;

/**
 * CISA's answers to three questions of its decision tree (Stakeholder-Specific Vulnerability
 * Categorization), as Vulnrichment publishes them; the fourth, what depends on an asset, is asked
 * of its owner.
 *
 * @param exploitation whether it is exploited
 * @param automatable whether an attack can be automated from start to end
 * @param total true if an attack gives all control, false if only some
 */
public record Ssvc(Exploitation exploitation, boolean automatable, boolean total) {
  /** Whether it is exploited, least first. */
  public enum Exploitation {
    /** Nobody knows of it. */
    NONE,
    /** There is a proof of concept. */
    POC,
    /** It is. */
    ACTIVE
  }
}
