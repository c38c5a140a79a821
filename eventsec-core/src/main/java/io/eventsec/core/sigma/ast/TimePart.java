package io.eventsec.core.sigma.ast;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;

/** A part of a time that rules may ask for. */
public enum TimePart {
  /** From 0 to 59. */
  MINUTE(ChronoField.MINUTE_OF_HOUR),
  /** From 0 to 23. */
  HOUR(ChronoField.HOUR_OF_DAY),
  /** Of the month, from 1 to 31. */
  DAY(ChronoField.DAY_OF_MONTH),
  /** Of the year by ISO 8601, from 1 to 53. */
  WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
  /** From 1 to 12. */
  MONTH(ChronoField.MONTH_OF_YEAR),
  /** As it is written: 2026. */
  YEAR(ChronoField.YEAR);

  private final TemporalField field;

  TimePart(TemporalField field) {
    this.field = field;
  }

  /** The part of that time, in UTC: the same wherever a rule runs. */
  public long of(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getLong(field);
  }
}
