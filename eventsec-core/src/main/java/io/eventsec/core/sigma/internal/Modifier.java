package io.eventsec.core.sigma.internal;

import java.util.Arrays;
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

  private static final Map<String, Modifier> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Modifier::sigmaName, m -> m));

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

  static Optional<Modifier> of(String sigmaName) {
    return Optional.ofNullable(BY_NAME.get(sigmaName));
  }

  /** The names of all, for messages. */
  static String known() {
    return Arrays.stream(values()).map(Modifier::sigmaName).collect(Collectors.joining(", "));
  }
}
