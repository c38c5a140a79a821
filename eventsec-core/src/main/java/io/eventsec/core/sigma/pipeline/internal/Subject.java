package io.eventsec.core.sigma.pipeline.internal;

/** Something that conditions are asked of. */
interface Subject {
  /** The rule it belongs to, on its way through the pipelines. */
  RuleRun run();

  /** True if the processing item of that id has worked on it. */
  boolean wasChangedBy(String id);
}
