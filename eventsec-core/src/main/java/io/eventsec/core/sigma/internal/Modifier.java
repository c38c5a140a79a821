package io.eventsec.core.sigma.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value modifiers of Sigma 2.1. */
enum Modifier {
  CONTAINS("contains", Role.POSITION),
  STARTSWITH("startswith", Role.POSITION),
  ENDSWITH("endswith", Role.POSITION),
  ALL("all", Role.LINK),
  NEQ("neq", Role.LINK),
  CASED("cased", Role.CASE),
  WINDASH("windash", Role.SPELLING),
  WIDE("wide", Role.ENCODING),
  UTF16LE("utf16le", Role.ENCODING),
  UTF16BE("utf16be", Role.ENCODING),
  UTF16("utf16", Role.ENCODING),
  BASE64("base64", Role.ENCODING),
  BASE64OFFSET("base64offset", Role.ENCODING),
  RE("re", Role.COMPARISON),
  IGNORE_CASE("i", Role.REGEX_FLAG),
  MULTILINE("m", Role.REGEX_FLAG),
  DOT_ALL("s", Role.REGEX_FLAG),
  CIDR("cidr", Role.COMPARISON),
  LT("lt", Role.COMPARISON),
  LTE("lte", Role.COMPARISON),
  GT("gt", Role.COMPARISON),
  GTE("gte", Role.COMPARISON),
  EXISTS("exists", Role.COMPARISON),
  FIELDREF("fieldref", Role.COMPARISON),
  EXPAND("expand", Role.EXPANSION),
  MINUTE("minute", Role.TIME),
  HOUR("hour", Role.TIME),
  DAY("day", Role.TIME),
  WEEK("week", Role.TIME),
  MONTH("month", Role.TIME),
  YEAR("year", Role.TIME);

  /** What a modifier has to say in a chain. */
  enum Role {
    /** How several values are joined. */
    LINK,
    /** Where in the field's text the value stands. */
    POSITION,
    CASE,
    /** Other spellings of the same text. */
    SPELLING,
    ENCODING,
    /** How field and value are compared; at most one in a chain. */
    COMPARISON,
    REGEX_FLAG,
    /** Placeholders in the value, which pipelines and value lists fill. */
    EXPANSION,
    /** A part of the time in the field; at most one in a chain. */
    TIME
  }

  private static final Map<String, Modifier> BY_NAME = byName();

  /** What other engines and older rules say, and how Sigma says it. */
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("not", "neq"),
          Map.entry("ne", "neq"),
          Map.entry("regex", "re"),
          Map.entry("exact", "cased"),
          Map.entry("cs", "cased"),
          Map.entry("equalsfield", "fieldref"),
          Map.entry("endswithfield", "fieldref|endswith"),
          Map.entry("startswithfield", "fieldref|startswith"),
          Map.entry("containsfield", "fieldref|contains"),
          Map.entry("equals", "the field without it"),
          Map.entry("eq", "the field without it"),
          Map.entry("between", "two items, with gte and with lte"),
          Map.entry("in", "a list of values"),
          Map.entry("any", "a list of values"));

  private final String sigmaName;
  private final Role role;

  Modifier(String sigmaName, Role role) {
    this.sigmaName = sigmaName;
    this.role = role;
  }

  String sigmaName() {
    return sigmaName;
  }

  Role role() {
    return role;
  }

  private static Map<String, Modifier> byName() {
    Map<String, Modifier> names = new HashMap<>();
    for (Modifier modifier : values()) {
      names.put(modifier.sigmaName, modifier);
    }
    names.put("ignorecase", IGNORE_CASE);
    names.put("multiline", MULTILINE);
    names.put("dotall", DOT_ALL);
    return Map.copyOf(names);
  }

  /** The modifier of that name; the flags of {@code re} have long names too. */
  static Optional<Modifier> of(String sigmaName) {
    return Optional.ofNullable(BY_NAME.get(sigmaName));
  }

  /** What to write instead of a name that is none. */
  static String insteadOf(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (BY_NAME.containsKey(lower)) {
      return "Write '" + lower + "', in lower case and without blanks";
    }
    String foreign = FOREIGN.get(lower);
    return foreign == null
        ? "Use one of " + known()
        : foreign.indexOf(' ') < 0 ? "Write '" + foreign + "'" : "Write " + foreign;
  }

  /** The names of all, for messages. */
  private static String known() {
    return Arrays.stream(values()).map(Modifier::sigmaName).collect(Collectors.joining(", "));
  }
}
