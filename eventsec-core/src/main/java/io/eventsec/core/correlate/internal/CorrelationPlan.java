package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.sigma.SigmaCorrelation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A correlation with its references resolved. Not changed once the rules are compiled. */
public final class CorrelationPlan {
  private final SigmaCorrelation rule;
  private final int index;
  private final String fingerprint;
  private final Goal goal;
  private final long timespan;
  private final Tuning tuning;
  private final List<ChainReference> readers = new ArrayList<>();
  private final List<ChainReference> readersToSee = Collections.unmodifiableList(readers);

  /**
   * Makes one.
   *
   * @param index its place in an order in which each stands behind those that it refers to
   * @param fingerprint another one if anything is another that its answers depend on
   */
  CorrelationPlan(SigmaCorrelation rule, int index, String fingerprint) {
    this.rule = rule;
    this.index = index;
    this.fingerprint = fingerprint;
    this.goal = Goal.of(rule);
    this.timespan = rule.timespan().toNanos();
    this.tuning = Tuning.of(rule);
  }

  /** The correlation. */
  public SigmaCorrelation rule() {
    return rule;
  }

  /** Its place; what it refers to has a smaller one. */
  public int index() {
    return index;
  }

  /** Tells apart what has other answers, whatever its name. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The correlations that refer to this one. */
  List<ChainReference> readers() {
    return readersToSee;
  }

  void addReader(ChainReference reader) {
    readers.add(reader);
  }

  Goal goal() {
    return goal;
  }

  /** What it says of its own evaluation. */
  Tuning tuning() {
    return tuning;
  }

  /** When a condition that is reached again is another episode. */
  public Duration quiet(CorrelatorOptions options) {
    return tuning.quiet().or(options::quiet).orElse(rule.timespan());
  }

  /** In nanoseconds. */
  long timespan() {
    return timespan;
  }

  /** True if it computes with numbers. */
  boolean isComputed() {
    return switch (rule.type()) {
      case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE, VALUE_MEDIAN -> true;
      default -> false;
    };
  }

  /** How many rules it refers to. */
  int references() {
    return rule.rules().size();
  }

  GroupState newState(GroupKey key) {
    return switch (rule.type()) {
      case EVENT_COUNT -> new CountState(this, key);
      case VALUE_COUNT -> new DistinctState(this, key);
      case VALUE_SUM, VALUE_AVG -> new SumState(this, key);
      case VALUE_PERCENTILE, VALUE_MEDIAN -> new RankState(this, key);
      case TEMPORAL -> new SeenState(this, key);
      case TEMPORAL_ORDERED -> new OrderState(this, key);
    };
  }

  @Override
  public String toString() {
    return rule.title();
  }
}
