package io.eventsec.core.intel.stix;

import java.util.List;

/** A part of a pattern, as far as indicators are concerned. */
sealed interface PatternNode {

  /** One of them suffices. */
  record AnyOf(List<PatternNode> parts) implements PatternNode {}

  /**
   * A comparison that is not negated.
   *
   * @param path as {@code file:hashes.MD5}, without quotes
   * @param operator in upper case
   * @param literals what it is compared with
   */
  record Comparison(String path, String operator, List<PatternToken> literals)
      implements PatternNode {}

  /** What cannot be said by single indicators. */
  record Inexpressible(String reason) implements PatternNode {}
}
