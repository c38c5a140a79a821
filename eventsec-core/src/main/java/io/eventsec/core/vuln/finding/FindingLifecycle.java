package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.FindingStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How findings move between their states. People judge, evidence closes and opens again, time ends
 * acceptances. Thread-safe: it only computes.
 */
public final class FindingLifecycle {
  private FindingLifecycle() {}

  /**
   * Where a person may move a finding. FIXED is nowhere among them: only evidence says so, and only
   * evidence takes it back.
   */
  public static Set<FindingStatus> possible(FindingStatus from) {
    EnumSet<FindingStatus> to =
        switch (from) {
          case OPEN ->
              EnumSet.of(
                  FindingStatus.IN_REVIEW,
                  FindingStatus.MITIGATED,
                  FindingStatus.ACCEPTED,
                  FindingStatus.FALSE_POSITIVE);
          case IN_REVIEW ->
              EnumSet.of(
                  FindingStatus.OPEN,
                  FindingStatus.MITIGATED,
                  FindingStatus.ACCEPTED,
                  FindingStatus.FALSE_POSITIVE);
          // Accepted again is accepted on other terms.
          case ACCEPTED ->
              EnumSet.of(
                  FindingStatus.OPEN,
                  FindingStatus.IN_REVIEW,
                  FindingStatus.MITIGATED,
                  FindingStatus.ACCEPTED,
                  FindingStatus.FALSE_POSITIVE);
          // What was judged is judged anew from the beginning, not from one verdict to the next.
          case MITIGATED, FALSE_POSITIVE -> EnumSet.of(FindingStatus.OPEN, FindingStatus.IN_REVIEW);
          case FIXED -> EnumSet.noneOf(FindingStatus.class);
        };
    return Collections.unmodifiableSet(to);
  }

  /**
   * A person moves a finding.
   *
   * @param to with the acceptance if it is to be accepted
   * @param now by which the acceptance must not be over
   * @return the state that was asked for
   * @throws FindingMoveRefusedException if it cannot go there
   */
  public static FindingState move(FindingState from, FindingState to, Instant now)
      throws FindingMoveRefusedException {
    return move(from.status(), to, now);
  }

  /**
   * A person moves a finding, whatever else belongs to where it stands.
   *
   * @throws FindingMoveRefusedException as {@link #move(FindingState, FindingState, Instant)}
   */
  public static FindingState move(FindingStatus from, FindingState to, Instant now)
      throws FindingMoveRefusedException {
    Set<FindingStatus> possible = possible(from);
    if (!possible.contains(to.status())) {
      throw new FindingMoveRefusedException(from, to.status(), rule(from, possible));
    }
    if (to.acceptance().isPresent() && to.acceptance().get().isExpired(now)) {
      throw new FindingMoveRefusedException(
          from,
          to.status(),
          "the acceptance ends at "
              + to.acceptance().get().until()
              + ", which is past; give a later"
              + " moment");
    }
    return to;
  }

  private static String rule(FindingStatus from, Set<FindingStatus> possible) {
    return possible.isEmpty()
        ? "it opens again when the evidence is back, and nobody moves it"
        : "it can become "
            + possible.stream().map(FindingStatus::words).collect(Collectors.joining(", "))
            + ", and is fixed when the evidence is gone";
  }

  /** The evidence was looked for and is gone: it is fixed, whatever people thought of it. */
  public static FindingState gone(FindingState from) {
    return from.status() == FindingStatus.FIXED ? from : FindingState.of(FindingStatus.FIXED);
  }

  /**
   * The evidence was seen: what was fixed is open again, what people judged stays as they did.
   *
   * @param now at which an acceptance may be over
   */
  public static FindingState seen(FindingState from, Instant now) {
    return from.status() == FindingStatus.FIXED ? FindingState.OPEN : at(from, now);
  }

  /** What time makes of it: an acceptance that is over opens it again. */
  public static FindingState at(FindingState from, Instant now) {
    boolean over = from.acceptance().map(acceptance -> acceptance.isExpired(now)).orElse(false);
    return over ? FindingState.OPEN : from;
  }
}
