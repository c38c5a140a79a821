package io.eventsec.core.sigma.pipeline.internal;

/**
 * A field name on its way through the pipelines.
 *
 * @param name an item's field, one that its {@code fieldref} names, or one that a correlation names
 *     in the events of the rule; empty for keywords
 * @param user the item, or the rule
 */
record FieldInRun(String name, Subject user) implements Subject {
  @Override
  public RuleRun run() {
    return user.run();
  }

  @Override
  public boolean wasChangedBy(String id) {
    return user.wasChangedBy(id);
  }
}
