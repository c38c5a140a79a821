package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.feed.CsvColumn;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a table holds what. Immutable.
 *
 * @param delimiter between columns
 * @param places of the columns, from 0 on
 * @param kind of all values; empty if a column or their look tells it
 */
record CsvHeader(char delimiter, Map<CsvColumn, Integer> places, Optional<IndicatorKind> kind) {
  private static final String DELIMITERS = "\t;,";

  private static final Map<String, IndicatorKind> KINDS =
      Map.ofEntries(
          Map.entry("address", IndicatorKind.ADDRESS),
          Map.entry("ip", IndicatorKind.ADDRESS),
          Map.entry("ipv4", IndicatorKind.ADDRESS),
          Map.entry("ipv6", IndicatorKind.ADDRESS),
          Map.entry("ipv4_addr", IndicatorKind.ADDRESS),
          Map.entry("ipv6_addr", IndicatorKind.ADDRESS),
          Map.entry("ip_address", IndicatorKind.ADDRESS),
          Map.entry("ip_src", IndicatorKind.ADDRESS),
          Map.entry("ip_dst", IndicatorKind.ADDRESS),
          Map.entry("src_ip", IndicatorKind.ADDRESS),
          Map.entry("dst_ip", IndicatorKind.ADDRESS),
          Map.entry("network", IndicatorKind.NETWORK),
          Map.entry("cidr", IndicatorKind.NETWORK),
          Map.entry("subnet", IndicatorKind.NETWORK),
          Map.entry("domain", IndicatorKind.DOMAIN),
          Map.entry("domain_name", IndicatorKind.DOMAIN),
          Map.entry("hostname", IndicatorKind.DOMAIN),
          Map.entry("host", IndicatorKind.DOMAIN),
          Map.entry("fqdn", IndicatorKind.DOMAIN),
          Map.entry("url", IndicatorKind.URL),
          Map.entry("uri", IndicatorKind.URL),
          Map.entry("email", IndicatorKind.EMAIL),
          Map.entry("email_addr", IndicatorKind.EMAIL),
          Map.entry("email_address", IndicatorKind.EMAIL),
          Map.entry("md5", IndicatorKind.MD5),
          Map.entry("md5_hash", IndicatorKind.MD5),
          Map.entry("sha1", IndicatorKind.SHA1),
          Map.entry("sha_1", IndicatorKind.SHA1),
          Map.entry("sha1_hash", IndicatorKind.SHA1),
          Map.entry("sha256", IndicatorKind.SHA256),
          Map.entry("sha_256", IndicatorKind.SHA256),
          Map.entry("sha256_hash", IndicatorKind.SHA256),
          Map.entry("file_name", IndicatorKind.FILE_NAME),
          Map.entry("filename", IndicatorKind.FILE_NAME));

  /** The kind of that name; empty if there is none. */
  static Optional<IndicatorKind> kind(String name) {
    return Optional.ofNullable(KINDS.get(plain(name)));
  }

  /**
   * The header that a line is; empty if no column of it holds values.
   *
   * @param chosen the names of columns that are not to be told by themselves
   */
  static Optional<CsvHeader> of(String line, Map<CsvColumn, String> chosen) {
    char delimiter = delimiter(line);
    List<String> names;
    try {
      names = CsvRow.cells(line, delimiter).stream().map(CsvHeader::plain).toList();
    } catch (SkippedException e) {
      return Optional.empty();
    }
    Map<CsvColumn, Integer> places = new EnumMap<>(CsvColumn.class);
    for (CsvColumn column : CsvColumn.values()) {
      List<String> known =
          chosen.containsKey(column) ? List.of(plain(chosen.get(column))) : column.names();
      known.stream()
          .map(names::indexOf)
          .filter(place -> place >= 0)
          .findFirst()
          .ifPresent(place -> places.put(column, place));
    }
    Optional<IndicatorKind> kind = Optional.empty();
    if (!places.containsKey(CsvColumn.VALUE) && !chosen.containsKey(CsvColumn.VALUE)) {
      for (int i = 0; i < names.size() && kind.isEmpty(); i++) {
        kind = kind(names.get(i));
        places.put(CsvColumn.VALUE, i);
      }
      if (kind.isEmpty()) {
        return Optional.empty();
      }
    }
    return places.containsKey(CsvColumn.VALUE)
        ? Optional.of(new CsvHeader(delimiter, places, kind))
        : Optional.empty();
  }

  /** A tab where there is one, then a semicolon: both are rare in names. */
  private static char delimiter(String line) {
    for (char c : DELIMITERS.toCharArray()) {
      if (line.indexOf(c) >= 0) {
        return c;
      }
    }
    return ',';
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /** What a row has in a column; empty if it has nothing. */
  String cell(List<String> row, CsvColumn column) {
    Integer place = places.get(column);
    return place == null || place >= row.size() ? "" : row.get(place).strip();
  }
}
