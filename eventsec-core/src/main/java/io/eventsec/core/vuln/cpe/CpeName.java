package io.eventsec.core.vuln.cpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name of the Common Platform Enumeration: a formatted string of 2.3 (NISTIR 7695, section 6.2)
 * or a URI of 2.2 (section 6.1). Immutable and thread-safe.
 *
 * @param values in the order of {@link CpeAttribute}, one each
 */
public record CpeName(List<CpeValue> values) {
  private static final String FORMATTED = "cpe:2.3:";
  private static final String URI = "cpe:/";
  private static final int ATTRIBUTES = CpeAttribute.values().length;
  private static final int LONGEST = 4096;

  /** Copies the list. */
  public CpeName {
    values = List.copyOf(values);
    if (values.size() != ATTRIBUTES) {
      throw new IllegalArgumentException(
          "A CPE name has " + ATTRIBUTES + " attributes, not " + values.size());
    }
  }

  /**
   * Reads a name of either form.
   *
   * @param text at most 4,096 characters
   * @throws IllegalArgumentException if it is neither, naming it and the rule
   */
  public static CpeName parse(String text) {
    if (text.length() > LONGEST) {
      throw wrong(text.substring(0, 60) + "…", "at most " + LONGEST + " characters");
    }
    if (text.startsWith(FORMATTED)) {
      return formatted(text);
    }
    if (text.startsWith(URI)) {
      return new CpeName(CpeUri.values(text.substring(URI.length())));
    }
    throw wrong(text, "write cpe:2.3:a:vendor:product:version:… or cpe:/a:vendor:product:version");
  }

  private static CpeName formatted(String text) {
    List<CpeValue> values = new ArrayList<>();
    for (String written : split(text.substring(FORMATTED.length()))) {
      if (written.isEmpty()) {
        throw wrong(text, "no attribute is empty; write * for any value");
      }
      values.add(CpeValue.formatted(written));
    }
    if (values.size() != ATTRIBUTES) {
      throw wrong(text, "it has " + values.size() + " attributes, not " + ATTRIBUTES);
    }
    return new CpeName(values);
  }

  /** At colons that no backslash quotes. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == ':') {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  static IllegalArgumentException wrong(String text, String rule) {
    return new IllegalArgumentException("'" + text + "' is no CPE name: " + rule);
  }

  /** The value of an attribute. */
  public CpeValue value(CpeAttribute attribute) {
    return values.get(attribute.ordinal());
  }

  /**
   * How this name, the source, relates to a target: by all of its attributes (NISTIR 7696, section
   * 6.1.3). A name that is equal is a subset and a superset too; the answer is equal.
   */
  public CpeRelation relationTo(CpeName target) {
    boolean equal = true;
    boolean subset = true;
    boolean superset = true;
    boolean disjoint = false;
    for (CpeAttribute attribute : CpeAttribute.values()) {
      CpeRelation relation = value(attribute).relationTo(target.value(attribute));
      disjoint |= relation == CpeRelation.DISJOINT;
      equal &= relation == CpeRelation.EQUAL;
      subset &= relation == CpeRelation.EQUAL || relation == CpeRelation.SUBSET;
      superset &= relation == CpeRelation.EQUAL || relation == CpeRelation.SUPERSET;
    }
    if (disjoint) {
      return CpeRelation.DISJOINT;
    }
    if (equal) {
      return CpeRelation.EQUAL;
    }
    return subset ? CpeRelation.SUBSET : superset ? CpeRelation.SUPERSET : CpeRelation.UNDEFINED;
  }

  /** As a formatted string. */
  @Override
  public String toString() {
    return FORMATTED
        + Arrays.stream(CpeAttribute.values())
            .map(attribute -> value(attribute).toString())
            .collect(Collectors.joining(":"));
  }
}
