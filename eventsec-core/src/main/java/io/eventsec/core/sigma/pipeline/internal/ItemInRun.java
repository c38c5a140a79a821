package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;

/** A detection item of the rule that is on its way through the pipelines. */
record ItemInRun(DetectionItem item, RuleRun run) implements Subject {
  @Override
  public boolean wasChangedBy(String id) {
    return run.changed(item, id);
  }
}
