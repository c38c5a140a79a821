package io.eventsec.core.detect.internal;

/**
 * A piece of text that stands in a value at a known place, and the predicates that it bears on.
 *
 * @param number its number in the rule set
 * @param text the piece, folded
 * @param sure predicates that are true wherever it is found
 * @param perhaps predicates that cannot be true without it, and are asked once it is found and
 *     somebody wants to know
 */
record Literal(int number, String text, int[] sure, int[] perhaps) {

  /** True if every character of it is ASCII. */
  boolean isAscii() {
    return text.chars().allMatch(CaseFold::isAscii);
  }
}
