package io.eventsec.core.vuln.risk;

import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.advisory.Ssvc;

/**
 * What CISA's decision tree says is to be done, least urgent first ("CISA Stakeholder-Specific
 * Vulnerability Categorization Guide", November 2022).
 */
public enum SsvcDecision {
  /** Mend it when updates are due. */
  TRACK("Track"),
  /** As before, and watch whether things change. */
  TRACK_CLOSELY("Track*"),
  /** Mend it sooner than updates are due. */
  ATTEND("Attend"),
  /** Mend it as soon as possible. */
  ACT("Act");

  /** By exploitation, automatable, total, and what depends on it: low, medium, high. */
  private static final String[][] TREE = {
    // Nobody exploits it.
    {"ttt", "tts"},
    {"tta", "tta"},
    // A proof of concept.
    {"tts", "tsa"},
    {"tta", "tsa"},
    // It is exploited.
    {"tta", "tax"},
    {"aax", "axx"},
  };

  private static final String LETTERS = "tsax";

  private final String label;

  SsvcDecision(String label) {
    this.label = label;
  }

  /** As CISA writes it. */
  public String label() {
    return label;
  }

  /**
   * The decision for an asset.
   *
   * @param criticality stands for what depends on it; high and critical are high
   */
  public static SsvcDecision of(Ssvc answers, Criticality criticality) {
    String[] branch = TREE[answers.exploitation().ordinal() * 2 + (answers.automatable() ? 1 : 0)];
    int depends = Math.min(criticality.ordinal(), 2);
    char letter = branch[answers.total() ? 1 : 0].charAt(depends);
    return values()[LETTERS.indexOf(letter)];
  }
}
