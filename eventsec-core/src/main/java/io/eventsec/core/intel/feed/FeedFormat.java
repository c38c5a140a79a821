package io.eventsec.core.intel.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The formats of feeds. */
public enum FeedFormat {
  /** Bundles of STIX 2.1. */
  STIX,
  /** What MISP exports as JSON. */
  MISP,
  /** Tables with a header. */
  CSV,
  /** A value on each line. */
  LIST;

  private static final int LOOK = 64 * 1024;

  /** Words of MISP's that no bundle has for names of its properties. */
  private static final String[] MISP_NAMES = {
    "\"Event\"", "\"Attribute\"", "\"response\"", "\"Orgc\""
  };

  /**
   * The format that a file seems to have.
   *
   * @param name of the file, which tells tables
   * @param beginning of the file; 64 KiB are looked at
   */
  public static FeedFormat ofLook(String name, byte[] beginning) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
      return CSV;
    }
    String text =
        new String(beginning, 0, Math.min(beginning.length, LOOK), StandardCharsets.UTF_8)
            .replace("\ufeff", "")
            .stripLeading();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return LIST;
    }
    for (String known : MISP_NAMES) {
      if (text.contains(known)) {
        return MISP;
      }
    }
    return STIX;
  }

  /**
   * A reader of this format.
   *
   * @param source who says what nobody else says, 1 to 100 characters
   * @throws IllegalArgumentException if the source is not that
   */
  public IndicatorFeed reader(String source, ImportLimits limits) {
    return switch (this) {
      case STIX -> new StixReader(source, limits);
      case MISP -> new MispReader(source, limits);
      case CSV -> new CsvReader(source, limits);
      case LIST -> new ListReader(source, limits);
    };
  }
}
