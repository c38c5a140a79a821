package io.eventsec.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a document of VEX.
 *
 * @param document its id, as it names itself
 * @param author as it names them
 * @param statements how many it has
 * @param assets how many assets were looked at
 * @param moved how many findings stand elsewhere now, by where: in_review, mitigated,
 *     false_positive or open
 * @param unchanged how many findings stood already where a statement puts them
 * @param refused findings that could not be moved, the first 100
 * @param refusedCount how many those are
 * @param unmatched statements that are about no finding of these assets, the first 100
 * @param unmatchedCount how many those are
 * @param problems what could not be read, the first 100; the statement, or the product of it, is
 *     left out
 * @param next what to send as `after`, with the same document, for the assets that are left; empty
 *     if there are none
 */
public record VexJson(
    String document,
    String author,
    int statements,
    int assets,
    Map<String, Integer> moved,
    int unchanged,
    List<Refused> refused,
    int refusedCount,
    List<Unmatched> unmatched,
    int unmatchedCount,
    List<String> problems,
    Optional<String> next) {

  /**
   * A finding that could not be moved.
   *
   * @param findingId which
   * @param vulnerabilityId what it is of
   * @param to where the statement would put it
   * @param detail why it cannot go there
   */
  public record Refused(String findingId, String vulnerabilityId, String to, String detail) {}

  /**
   * A statement that is about no finding.
   *
   * @param vulnerabilityId what it is about
   * @param status as OpenVEX writes it
   * @param product the first one
   */
  public record Unmatched(String vulnerabilityId, String status, String product) {}
}
