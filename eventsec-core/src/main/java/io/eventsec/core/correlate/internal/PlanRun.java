package io.eventsec.core.correlate.internal;

/** One correlation at work. */
public final class PlanRun {
  final CorrelationPlan plan;
  final Lane lane;
  final Groups groups;
  long events;
  long firings;
  long late;
  long ahead;
  long withoutGroup;
  long withoutValue;
  long trimmed;

  PlanRun(CorrelationPlan plan, Lane lane, Groups groups) {
    this.plan = plan;
    this.lane = lane;
    this.groups = groups;
  }
}
