package io.eventsec.core.vuln.cvss;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * A macro vector of CVSS 4.0 (specification document, tables 24 to 30): the classes in which a
 * vector is. The third and the sixth depend on each other and count as one: of their six
 * combinations five can be.
 *
 * @param one 0 to 2: how it is reached
 * @param two 0 or 1: how hard that is
 * @param threeSix 0 to 4: (0,0), (0,1), (1,0), (1,1), (2,1): what it does to the system that is
 *     vulnerable, and how much that matters
 * @param four 0 to 2: what it does to others
 * @param five 0 to 2: whether it is exploited
 */
record MacroVector(int one, int two, int threeSix, int four, int five) {
  /** The classes whose distances count. Within the fifth there is none. */
  enum Part {
    ONE,
    TWO,
    THREE_SIX,
    FOUR,
    FIVE
  }

  /** FIRST's scores, a row for each of the first three classes, ordered by four, then by five. */
  private static final double[][] SCORES = {
    {10, 9.8, 9.5, 10, 9.3, 9.1, 9.3, 8.9, 8.1},
    {9.9, 9.5, 9.2, 9.6, 8.7, 8.1, 9.0, 8.0, 6.8},
    {9.8, 9.5, 9.0, 9.3, 8.9, 8.1, 8.8, 7.8, 6.9},
    {9.5, 9.2, 8.4, 9.2, 8.1, 6.5, 8.0, 7.0, 4.8},
    {9.2, 8.2, 7.2, 7.9, 6.9, 5.0, 6.9, 5.5, 2.7},
    {9.9, 9.5, 9.2, 9.5, 9.0, 8.4, 9.2, 8.2, 7.2},
    {9.7, 9.2, 8.5, 9.1, 8.3, 7.1, 8.1, 7.1, 5.3},
    {9.5, 9.2, 8.5, 9.2, 8.0, 7.0, 8.4, 7.1, 5.0},
    {9.3, 8.5, 7.3, 8.2, 7.2, 5.9, 7.0, 5.2, 3.0},
    {8.6, 7.5, 5.2, 7.1, 5.2, 2.9, 6.3, 2.9, 1.7},
    {9.8, 9.4, 9.1, 9.4, 8.6, 7.7, 8.7, 7.4, 6.3},
    {9.5, 8.7, 8.1, 8.9, 7.4, 6.4, 7.5, 6.3, 4.9},
    {9.4, 8.8, 7.6, 8.6, 7.4, 5.9, 7.2, 5.7, 5.2},
    {8.9, 7.7, 6.7, 7.6, 5.8, 5.0, 5.7, 5.2, 2.5},
    {8.3, 7.0, 5.4, 6.5, 5.8, 2.6, 5.3, 2.1, 1.3},
    {9.5, 8.8, 7.6, 9.0, 7.5, 6.1, 7.7, 6.8, 5.2},
    {9.0, 7.6, 7.0, 7.7, 6.2, 5.3, 6.6, 5.9, 3.0},
    {8.9, 7.6, 6.2, 7.4, 5.7, 4.7, 6.1, 5.7, 2.4},
    {7.8, 6.7, 5.8, 5.9, 5.7, 2.3, 5.2, 2.9, 1.6},
    {7.1, 5.9, 3.0, 5.8, 2.6, 1.5, 2.3, 1.3, 0.6},
    {9.3, 8.6, 7.5, 8.6, 7.4, 5.6, 7.0, 5.2, 4.0},
    {8.7, 7.2, 5.8, 7.4, 6.1, 3.4, 5.4, 4.0, 2.2},
    {8.5, 7.4, 6.2, 7.2, 5.5, 4.6, 5.3, 3.4, 1.9},
    {7.5, 5.5, 5.1, 5.7, 4.1, 1.9, 3.6, 1.9, 0.8},
    {6.4, 5.1, 2.0, 4.7, 2.1, 1.1, 2.4, 0.9, 0.4},
    {8.8, 7.3, 6.0, 7.3, 5.9, 4.1, 5.4, 4.5, 2.0},
    {7.5, 5.3, 5.0, 5.5, 4.0, 2.0, 4.3, 2.2, 1.1},
    {7.5, 5.8, 4.0, 6.1, 4.8, 2.0, 4.6, 1.7, 0.8},
    {5.5, 4.5, 2.1, 5.1, 1.8, 0.9, 1.8, 0.7, 0.2},
    {5.3, 2.4, 1.4, 2.4, 1.2, 0.5, 1.0, 0.3, 0.1},
  };

  private static final List<List<String>> WORST_ONE =
      List.of(
          List.of("AV:N/PR:N/UI:N"),
          List.of("AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"),
          List.of("AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"));
  private static final List<List<String>> WORST_TWO =
      List.of(List.of("AC:L/AT:N"), List.of("AC:H/AT:N", "AC:L/AT:P"));
  private static final List<List<String>> WORST_THREE_SIX =
      List.of(
          List.of("VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"),
          List.of("VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"),
          List.of("VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"),
          List.of(
              "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
              "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
              "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
              "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
              "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M"),
          List.of("VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"));
  private static final List<List<String>> WORST_FOUR =
      List.of(List.of("SC:H/SI:S/SA:S"), List.of("SC:H/SI:H/SA:H"), List.of("SC:L/SI:L/SA:L"));

  private static final int[] DEPTH_ONE = {1, 4, 5};
  private static final int[] DEPTH_TWO = {1, 2};
  private static final int[] DEPTH_THREE_SIX = {7, 6, 8, 8, 10};
  private static final int[] DEPTH_FOUR = {6, 5, 4};

  /** The macro vector of the values of metrics. */
  static MacroVector of(UnaryOperator<String> value) {
    return new MacroVector(
        one(value), two(value), threeSix(value), four(value), "APU".indexOf(value.apply("E")));
  }

  private static boolean is(UnaryOperator<String> value, String metric, String letter) {
    return value.apply(metric).equals(letter);
  }

  private static int one(UnaryOperator<String> value) {
    boolean network = is(value, "AV", "N");
    boolean nobody = is(value, "PR", "N");
    boolean alone = is(value, "UI", "N");
    if (network && nobody && alone) {
      return 0;
    }
    return (network || nobody || alone) && !is(value, "AV", "P") ? 1 : 2;
  }

  private static int two(UnaryOperator<String> value) {
    return is(value, "AC", "L") && is(value, "AT", "N") ? 0 : 1;
  }

  private static int threeSix(UnaryOperator<String> value) {
    boolean confidentiality = is(value, "VC", "H");
    boolean integrity = is(value, "VI", "H");
    boolean availability = is(value, "VA", "H");
    boolean needed =
        confidentiality && is(value, "CR", "H")
            || integrity && is(value, "IR", "H")
            || availability && is(value, "AR", "H");
    if (confidentiality && integrity) {
      return needed ? 0 : 1;
    }
    if (confidentiality || integrity || availability) {
      return needed ? 2 : 3;
    }
    return 4;
  }

  private static int four(UnaryOperator<String> value) {
    if (is(value, "SI", "S") || is(value, "SA", "S")) {
      return 0;
    }
    boolean high = is(value, "SC", "H") || is(value, "SI", "H") || is(value, "SA", "H");
    return high ? 1 : 2;
  }

  double score() {
    return SCORES[(one * 2 + two) * 5 + threeSix][four * 3 + five];
  }

  /** The score of the macro vector that is one class lower there; empty if there is none. */
  OptionalDouble next(Part part) {
    return switch (part) {
      case ONE -> one < 2 ? scoreOf(one + 1, two, threeSix, four, five) : OptionalDouble.empty();
      case TWO -> two < 1 ? scoreOf(one, two + 1, threeSix, four, five) : OptionalDouble.empty();
      case THREE_SIX -> nextThreeSix();
      case FOUR -> four < 2 ? scoreOf(one, two, threeSix, four + 1, five) : OptionalDouble.empty();
      case FIVE -> five < 2 ? scoreOf(one, two, threeSix, four, five + 1) : OptionalDouble.empty();
    };
  }

  /** From (0,0) two ways go down: the better score counts. */
  private OptionalDouble nextThreeSix() {
    return switch (threeSix) {
      case 0 ->
          OptionalDouble.of(
              Math.max(
                  new MacroVector(one, two, 1, four, five).score(),
                  new MacroVector(one, two, 2, four, five).score()));
      case 1, 2 -> scoreOf(one, two, 3, four, five);
      case 3 -> scoreOf(one, two, 4, four, five);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble scoreOf(int one, int two, int threeSix, int four, int five) {
    return OptionalDouble.of(new MacroVector(one, two, threeSix, four, five).score());
  }

  /** The worst vectors of a class. */
  List<String> worst(Part part) {
    return switch (part) {
      case ONE -> WORST_ONE.get(one);
      case TWO -> WORST_TWO.get(two);
      case THREE_SIX -> WORST_THREE_SIX.get(threeSix);
      case FOUR -> WORST_FOUR.get(four);
      case FIVE -> List.of("");
    };
  }

  /** How many steps a class is deep. */
  int depth(Part part) {
    return switch (part) {
      case ONE -> DEPTH_ONE[one];
      case TWO -> DEPTH_TWO[two];
      case THREE_SIX -> DEPTH_THREE_SIX[threeSix];
      case FOUR -> DEPTH_FOUR[four];
      case FIVE -> 1;
    };
  }
}
