package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.event.TimeText;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorText;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.intel.feed.CsvColumn;
import io.eventsec.core.intel.feed.SkipReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a row of a table claims. */
record CsvClaim(CsvHeader header, List<String> row, String source) {

  ThreatIndicator claim() throws SkippedException {
    Indicator indicator;
    try {
      indicator = indicator(cell(CsvColumn.VALUE), cell(CsvColumn.KIND));
    } catch (IllegalArgumentException e) {
      throw new SkippedException(SkipReason.BAD_VALUE, String.valueOf(e.getMessage()));
    }
    try {
      return new ThreatIndicator(
          indicator,
          new IndicatorOrigin(by(), cell(CsvColumn.ID), time(CsvColumn.MODIFIED)),
          new ValidityPeriod(time(CsvColumn.VALID_FROM), time(CsvColumn.VALID_UNTIL)),
          confidence(cell(CsvColumn.CONFIDENCE)),
          details());
    } catch (IllegalArgumentException e) {
      throw new SkippedException(SkipReason.BAD_DETAIL, String.valueOf(e.getMessage()));
    }
  }

  private String by() {
    String own = cell(CsvColumn.SOURCE);
    return own.isEmpty() ? source : own;
  }

  private Indicator indicator(String value, String kind) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("The row has no value in its column; leave it out");
    }
    Optional<IndicatorKind> known =
        header.kind().or(() -> kind.isEmpty() ? Optional.empty() : CsvHeader.kind(kind));
    if (known.isEmpty() && !kind.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + ShownText.of(kind) + "' is no kind of indicators; use one like ip, domain, sha256");
    }
    String meant = IndicatorText.rearmed(value);
    boolean block = known.equals(Optional.of(IndicatorKind.ADDRESS)) && meant.indexOf('/') > 0;
    return known.isEmpty()
        ? IndicatorText.detected(value)
        : new Indicator(block ? IndicatorKind.NETWORK : known.get(), meant);
  }

  private Optional<Instant> time(CsvColumn column) {
    String text = cell(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Instant time = TimeText.parseOrDay(text);
    if (time == null) {
      throw new IllegalArgumentException(
          "'" + ShownText.of(text) + "' is no time; use one like 2026-01-02T03:04:05Z");
    }
    return Optional.of(time);
  }

  private static OptionalInt confidence(String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(
          "Confidence '" + ShownText.of(text) + "' is no whole number; use 0 to 100");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private IndicatorDetails details() {
    String tlp = cell(CsvColumn.TLP);
    Optional<Tlp> marking = Tlp.named(tlp);
    if (marking.isEmpty() && !tlp.isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + ShownText.of(tlp)
              + "' is no marking; use clear, green, amber, amber+strict or red");
    }
    return new IndicatorDetails(
        cell(CsvColumn.NAME),
        cell(CsvColumn.DESCRIPTION),
        List.of(cell(CsvColumn.LABELS).split("[,;|\\s]+")),
        marking);
  }

  private String cell(CsvColumn column) {
    return header.cell(row, column);
  }
}
