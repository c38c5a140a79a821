package io.eventsec.core.vuln.advisory;

import java.util.Map;

/**
 * A day's scores of EPSS.
 *
 * @param model {@code v2025.03.14}; empty if the file does not say
 * @param date of the scores, as the file has it; empty if it does not say
 * @param byCve by number of CVE
 * @param refused how many lines could not be read
 */
public record EpssScores(
    String model, String date, Map<String, ExploitProbability> byCve, int refused) {
  /** Copies the map. */
  public EpssScores {
    byCve = Map.copyOf(byCve);
  }
}
