package io.eventsec.core.intel.stix;

import io.eventsec.core.intel.Indicator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pattern of STIX 2.1 says, as far as it can be said by indicators that are looked up one by
 * one.
 *
 * <p>A pattern is split at the {@code OR}s that stand outside of anything else: each alternative
 * suffices by itself. One becomes indicators if it is an equation ({@code =}, {@code IN}) or, for
 * addresses, {@code ISSUBSET}, with {@code ipv4-addr:value}, {@code ipv6-addr:value}, {@code
 * domain-name:value}, {@code url:value}, {@code email-addr:value}, {@code file:name} or {@code
 * file:hashes} of MD5, SHA-1 or SHA-256. All else ({@code AND}, {@code FOLLOWEDBY}, qualifiers,
 * {@code NOT}, other comparisons and other objects) is left out as a whole, with the reason: half
 * of a condition would be another condition.
 *
 * @param indicators what the alternatives name that are understood, each once
 * @param leftOut why the others are not, a sentence each
 */
public record StixPattern(List<Indicator> indicators, List<String> leftOut) {
  private static final int LONGEST = 64 * 1024;

  /** Copies the lists. */
  public StixPattern {
    indicators = List.copyOf(indicators);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads one of at most 65,536 characters.
   *
   * @throws StixPatternException if it is longer, nested too deeply, or no pattern
   */
  public static StixPattern read(String text) throws StixPatternException {
    if (text.length() > LONGEST) {
      throw new StixPatternException(
          "The pattern has " + text.length() + " characters; use at most " + LONGEST, 0);
    }
    PatternNode node = new PatternParser(PatternLexer.tokens(text)).parse();
    Set<Indicator> indicators = new LinkedHashSet<>();
    Set<String> leftOut = new LinkedHashSet<>();
    collect(node, indicators, leftOut);
    return new StixPattern(List.copyOf(indicators), List.copyOf(leftOut));
  }

  private static void collect(PatternNode node, Set<Indicator> indicators, Set<String> leftOut) {
    if (node instanceof PatternNode.AnyOf any) {
      any.parts().forEach(part -> collect(part, indicators, leftOut));
    } else if (node instanceof PatternNode.Comparison comparison) {
      try {
        indicators.addAll(ComparisonIndicators.of(comparison));
      } catch (IllegalArgumentException e) {
        leftOut.add(String.valueOf(e.getMessage()));
      }
    } else if (node instanceof PatternNode.Inexpressible other) {
      leftOut.add(other.reason());
    }
  }
}
