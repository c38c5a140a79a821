package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One way to tell a kind of record: fields that it has, some of them with a certain value.
 * Immutable.
 *
 * @param signs at least one; the first is the one that fewest other records have
 */
record Look(List<Sign> signs) {
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

  Look {
    signs = List.copyOf(signs);
  }

  /** Reads signs with blanks between them; one that has a blank stands in quotes. */
  static Look read(String text) {
    return new Look(
        WORD.matcher(text)
            .results()
            .map(word -> Sign.read(word.group().replace("\"", "")))
            .toList());
  }

  boolean fits(NativeRecord said) {
    for (Sign sign : signs) {
      if (!sign.fits(said)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A field that a record has.
   *
   * @param field its native name
   * @param value what its text, the first of several, has to be
   */
  record Sign(String field, Glob value) {
    /** Reads {@code field} or {@code field=value}, where the value may end with an asterisk. */
    static Sign read(String text) {
      int equal = text.indexOf('=');
      return equal < 0
          ? new Sign(text, Glob.ANY)
          : new Sign(text.substring(0, equal), Glob.read(text.substring(equal + 1)));
    }

    boolean fits(NativeRecord said) {
      return value == Glob.ANY ? said.has(field) : said.text(field).filter(value::fits).isPresent();
    }
  }
}
