package io.eventsec.core.intel.stix;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.stix.PatternNode.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The indicators that a comparison is about. */
final class ComparisonIndicators {
  private static final Map<String, IndicatorKind> PATHS =
      Map.ofEntries(
          Map.entry("ipv4-addr:value", IndicatorKind.ADDRESS),
          Map.entry("ipv6-addr:value", IndicatorKind.ADDRESS),
          Map.entry("domain-name:value", IndicatorKind.DOMAIN),
          Map.entry("url:value", IndicatorKind.URL),
          Map.entry("email-addr:value", IndicatorKind.EMAIL),
          Map.entry("file:name", IndicatorKind.FILE_NAME),
          Map.entry("file:hashes.MD5", IndicatorKind.MD5),
          Map.entry("file:hashes.SHA-1", IndicatorKind.SHA1),
          Map.entry("file:hashes.SHA1", IndicatorKind.SHA1),
          Map.entry("file:hashes.SHA-256", IndicatorKind.SHA256),
          Map.entry("file:hashes.SHA256", IndicatorKind.SHA256));

  private ComparisonIndicators() {}

  /**
   * All of them, or none.
   *
   * @throws IllegalArgumentException saying why, if they are not just that
   */
  static List<Indicator> of(Comparison comparison) {
    IndicatorKind kind = PATHS.get(comparison.path());
    if (kind == null) {
      throw new IllegalArgumentException(
          ShownText.of(comparison.path())
              + " is nothing that events are looked up by; use one of addresses, domains, URLs,"
              + " e-mail addresses, names of files and MD5, SHA-1 and SHA-256, or write a rule");
    }
    List<Indicator> indicators = new ArrayList<>();
    for (PatternToken literal : comparison.literals()) {
      if (literal.kind() != PatternToken.Kind.STRING) {
        throw new IllegalArgumentException(
            comparison.path() + " is compared with " + literal + ", which is no text in quotes");
      }
      indicators.add(indicator(comparison, kind, literal.text()));
    }
    return indicators;
  }

  private static Indicator indicator(Comparison comparison, IndicatorKind kind, String value) {
    boolean address = kind == IndicatorKind.ADDRESS;
    if (address && value.indexOf(':') >= 0 != comparison.path().startsWith("ipv6")) {
      throw new IllegalArgumentException(
          "'" + ShownText.of(value) + "' is of another version of IP than " + comparison.path());
    }
    return switch (comparison.operator()) {
      case "=", "==", "IN" -> address ? equal(value) : new Indicator(kind, value);
      case "ISSUBSET" -> {
        if (!address) {
          throw new IllegalArgumentException(
              "ISSUBSET is for addresses, not for " + comparison.path());
        }
        yield value.indexOf('/') < 0 ? new Indicator(kind, value) : block(value);
      }
      default ->
          throw new IllegalArgumentException(
              comparison.operator()
                  + " on "
                  + comparison.path()
                  + " names no single value; use =, IN or ISSUBSET, or write a rule");
    };
  }

  /** An equation with a block is about observations of the block itself, which events have not. */
  private static Indicator equal(String value) {
    if (value.indexOf('/') < 0) {
      return new Indicator(IndicatorKind.ADDRESS, value);
    }
    Indicator block = block(value);
    if (block.kind() == IndicatorKind.NETWORK) {
      throw new IllegalArgumentException(
          "An equation with the block '"
              + ShownText.of(value)
              + "' is about none of its addresses; use ISSUBSET");
    }
    return block;
  }

  /** A block of one address is that address. */
  private static Indicator block(String value) {
    Indicator network = new Indicator(IndicatorKind.NETWORK, value);
    String canonical = network.value();
    boolean v6 = canonical.indexOf(':') >= 0;
    return canonical.endsWith(v6 ? "/128" : "/32")
        ? new Indicator(IndicatorKind.ADDRESS, canonical.substring(0, canonical.indexOf('/')))
        : network;
  }
}
