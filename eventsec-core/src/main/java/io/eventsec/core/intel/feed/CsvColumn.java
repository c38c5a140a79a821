package io.eventsec.core.intel.feed;

import java.util.List;

/** What a column of a CSV feed may hold, and the names that it is known by. */
public enum CsvColumn {
  /**
   * The indicator. A column that is named like a kind of indicators ({@code ip}, {@code sha256})
   * holds those, if no other does.
   */
  VALUE("value", "indicator", "ioc", "ioc_value", "indicator_value", "observable"),
  /** What kind it is; told by its look where that is empty or there is no such column. */
  KIND("kind", "type", "ioc_type", "indicator_type"),
  /** How sure the source is, 0 to 100. */
  CONFIDENCE("confidence", "confidence_level", "score"),
  /** Since when. A day, or a time in ISO 8601, in UTC where it names no zone. */
  VALID_FROM("valid_from", "validfrom", "not_before"),
  /** Until when. */
  VALID_UNTIL("valid_until", "validuntil", "expires", "expires_at", "expiration", "expiry"),
  /** Who says so. */
  SOURCE("source", "provider", "reporter", "feed"),
  /** What the source calls it. */
  ID("id", "uuid", "ioc_id", "stix_id"),
  /** Which version of that. */
  MODIFIED("modified", "updated", "last_modified", "modified_at"),
  /** In a few words. */
  NAME("name", "title", "malware", "malware_printable", "threat"),
  /** In some sentences. */
  DESCRIPTION("description", "comment", "note", "notes"),
  /** Labels between commas, semicolons, bars or blanks. */
  LABELS("labels", "tags", "label", "tag"),
  /** The Traffic Light Protocol. */
  TLP("tlp", "marking");

  private final List<String> names;

  CsvColumn(String... names) {
    this.names = List.of(names);
  }

  /** In lower case, with underscores for what is no letter or digit; the first is tried first. */
  public List<String> names() {
    return names;
  }
}
