package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.CorrelatorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All correlations at work. */
public final class PlanRuns {
  private final List<PlanRun> runs = new ArrayList<>();
  private final Map<Long, Lane> lanes = new LinkedHashMap<>();

  /** Starts them, with nothing to remember. */
  public PlanRuns(List<CorrelationPlan> plans, CorrelatorOptions options, boolean tracked) {
    long[] lateness = lateness(plans, options);
    for (CorrelationPlan plan : plans) {
      Lane lane = lanes.computeIfAbsent(lateness[plan.index()], wait -> new Lane(wait, tracked));
      long quiet = plan.quiet(options).toNanos();
      runs.add(new PlanRun(plan, lane, new Groups(plan, options.bytesOfRule(), quiet, tracked)));
    }
  }

  /** Correlations that refer to each other wait as long as the one of them that waits longest. */
  private static long[] lateness(List<CorrelationPlan> plans, CorrelatorOptions options) {
    long[] lateness = new long[plans.size()];
    for (CorrelationPlan plan : plans) {
      Duration wait =
          options
              .latenessOf()
              .getOrDefault(
                  plan.rule().ref().id(), plan.tuning().lateness().orElse(options.lateness()));
      lateness[plan.index()] = wait.toNanos();
    }
    boolean settled = false;
    while (!settled) {
      settled = true;
      for (CorrelationPlan plan : plans) {
        for (ChainReference reader : plan.readers()) {
          settled &= level(lateness, plan.index(), reader.plan().index());
        }
      }
    }
    return lateness;
  }

  private static boolean level(long[] lateness, int one, int other) {
    boolean equal = lateness[one] == lateness[other];
    lateness[one] = Math.max(lateness[one], lateness[other]);
    lateness[other] = lateness[one];
    return equal;
  }

  /** By the index of their plans. */
  public List<PlanRun> all() {
    return runs;
  }

  PlanRun of(CorrelationPlan plan) {
    return runs.get(plan.index());
  }

  /** Those that wait equally long, each kind once. */
  Iterable<Lane> lanes() {
    return lanes.values();
  }

  /** How many events wait. */
  public int pending() {
    int pending = 0;
    for (Lane lane : lanes.values()) {
      pending += lane.size();
    }
    return pending;
  }
}
