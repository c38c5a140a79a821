package io.eventsec.cli.tail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rotation does to names.
 *
 * @param live the name that it was written under
 * @param form what has become of that
 */
public record RotatedName(String live, Form form) {
  private static final Pattern PACKED = Pattern.compile("\\.gz$");
  private static final Pattern BEHIND = Pattern.compile("(?:[.-]\\d[\\d_:T.-]*)+$");
  private static final Pattern WITHIN =
      Pattern.compile("^(.+?)[.-]\\d[\\d_:T.-]*(\\.(?:log|json))$");

  /** What kind of name it is. */
  public enum Form {
    /** {@code eve.json}. */
    LIVE,
    /** {@code conn-26-01-01_00.00.00.log}: moved there, or written there from the start. */
    DATED,
    /** {@code eve.json.1}, {@code eve.json-20260101.gz}: moved there. */
    MOVED
  }

  /** Reads a file's name. */
  public static RotatedName of(String name) {
    String unpacked = PACKED.matcher(name).replaceFirst("");
    String plain = BEHIND.matcher(unpacked).replaceFirst("");
    Matcher within = WITHIN.matcher(plain);
    String live = within.matches() ? within.group(1) + within.group(2) : plain;
    if (plain.isEmpty() || live.equals(name)) {
      return new RotatedName(name, Form.LIVE);
    }
    return new RotatedName(live, plain.equals(name) ? Form.DATED : Form.MOVED);
  }

  /** True if it is not the name that such a file is written under first. */
  public boolean isRotated() {
    return form != Form.LIVE;
  }

  /** True if nothing begins to be written under such a name. */
  public boolean isMoved() {
    return form == Form.MOVED;
  }
}
