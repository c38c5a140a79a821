package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One kind of log whose places tell what its values are. Immutable.
 *
 * @param name the section of the table that says what its values mean
 * @param least how many values there are at least
 * @param names of the values; a dash for one of no meaning
 * @param checks what some of them have to be
 */
record ColumnKind(String name, int least, List<String> names, List<Check> checks) {

  /** Reads {@code name least: column~check,column}. */
  static ColumnKind read(String line) {
    int colon = line.indexOf(": ");
    String[] head = line.substring(0, colon).split(" ", 2);
    List<String> names = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (String column : line.substring(colon + 2).split(",")) {
      int tilde = column.indexOf('~');
      if (tilde >= 0) {
        checks.add(Check.read(names.size(), column.substring(tilde + 1)));
      }
      names.add(tilde < 0 ? column : column.substring(0, tilde));
    }
    return new ColumnKind(
        head[0], Integer.parseInt(head[1]), List.copyOf(names), List.copyOf(checks));
  }

  /** True if there are enough values, none too many, and each is what it has to be. */
  boolean fits(List<String> values) {
    return values.size() >= least
        && values.size() <= names.size() + MORE
        && checks.stream().allMatch(check -> check.fits(values.get(check.place()).strip()));
  }

  /** Versions to come add values at the end. */
  private static final int MORE = 16;

  /**
   * What the value of a place has to be.
   *
   * @param place from 0
   * @param words one of these; or the only one is a kind
   */
  record Check(int place, Set<String> words) {
    private static final Set<String> TIME = Set.of("time");
    private static final Set<String> DATE = Set.of("date");
    private static final int DATE_LENGTH = 10;
    private static final Set<String> NUMBER = Set.of("number");
    private static final Set<String> ADDRESS = Set.of("ip");

    static Check read(int place, String text) {
      return new Check(place, Set.of(text.split("\\|")));
    }

    boolean fits(String value) {
      if (words.equals(TIME)) {
        return !value.isEmpty() && LogTime.end(value, 0) == value.length();
      }
      if (words.equals(DATE)) {
        return value.length() == DATE_LENGTH
            && value.charAt(2) == '/'
            && value.charAt(5) == '/'
            && Numbers.whole(value.replace("/", "")) != null;
      }
      if (words.equals(NUMBER)) {
        return Numbers.whole(value) != null;
      }
      if (words.equals(ADDRESS)) {
        return value.isEmpty() || IpText.canonical(value) != null;
      }
      return words.contains(value);
    }
  }
}
