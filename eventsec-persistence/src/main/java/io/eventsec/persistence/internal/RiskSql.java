package io.eventsec.persistence.internal;

import java.time.Duration;

/**
 * How points fade, as SQL. The database computes as {@link io.eventsec.core.risk.RiskScore} does.
 */
public final class RiskSql {
  private static final double MILLIS = 1e3;

  private RiskSql() {}

  /**
   * The part of points that is left. It has one parameter, the half-life in {@link #seconds}.
   *
   * @param from SQL of the moment when they were given
   * @param to SQL of the later moment that is asked about
   */
  public static String left(String from, String to) {
    // More than so many halvings leave nothing, and much more are an error: out of range.
    return "power(2::float8, -least(200::float8, greatest(0::float8, "
        + ("extract(epoch from (" + to + " - " + from + "))::float8 / ?::float8))")
        + ")";
  }

  /**
   * What scores are put in order by, whatever the time: all of them fade equally fast. It is the
   * binary logarithm of what the score would have been at the epoch, and has one parameter, the
   * half-life in {@link #seconds}.
   *
   * @param score SQL of the score
   * @param asOf SQL of the moment it was reached
   */
  public static String rank(String score, String asOf) {
    return "(ln("
        + score
        + ") / ln(2::float8) + extract(epoch from "
        + asOf
        + ")::float8"
        + " / ?::float8)";
  }

  /** A half-life as the statements take it. */
  public static double seconds(Duration halfLife) {
    return halfLife.toMillis() / MILLIS;
  }
}
