package io.eventsec.core.sigma.ast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a correlation has to reach. Immutable. */
public sealed interface CorrelationCondition {

  /**
   * A number that is counted or computed stands in all these relations.
   *
   * @param bounds at least one
   * @param fields the fields whose values are counted or computed; empty where events or rules are
   * @param percentile from 1 to 100; there for {@code value_percentile} alone
   */
  record Reached(List<Bound> bounds, List<String> fields, OptionalInt percentile)
      implements CorrelationCondition {
    /** Copies the lists. */
    public Reached {
      bounds = List.copyOf(bounds);
      fields = List.copyOf(fields);
    }

    /** True if the number stands in all relations. */
    public boolean isReachedBy(double number) {
      return bounds.stream().allMatch(bound -> bound.relation().holds(number, bound.number()));
    }
  }

  /**
   * An expression over the rules that were true, for the temporal types.
   *
   * @param expression its names are rules as the correlation refers to them
   */
  record Expression(Condition expression) implements CorrelationCondition {}

  /** One side of the number, for instance {@code gte: 10}. */
  record Bound(BoundRelation relation, double number) {}

  /** The comparison operators of correlations. */
  enum BoundRelation {
    GT,
    GTE,
    LT,
    LTE,
    EQ,
    NEQ;

    /** As Sigma writes it. */
    public String sigmaName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The relation of that name; empty if there is none. */
    public static Optional<BoundRelation> of(String sigmaName) {
      return Arrays.stream(values())
          .filter(relation -> relation.sigmaName().equals(sigmaName))
          .findFirst();
    }

    /** True if the number stands so to the bound. */
    public boolean holds(double number, double bound) {
      return switch (this) {
        case GT -> number > bound;
        case GTE -> number >= bound;
        case LT -> number < bound;
        case LTE -> number <= bound;
        case EQ -> number == bound;
        case NEQ -> number != bound;
      };
    }
  }
}
