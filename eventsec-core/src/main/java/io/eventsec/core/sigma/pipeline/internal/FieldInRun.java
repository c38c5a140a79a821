package io.eventsec.core.sigma.pipeline.internal;

/**
 * A field name that a detection item uses.
 *
 * @param name the item's field, or one that its {@code fieldref} names; empty for keywords
 */
record FieldInRun(String name, ItemInRun item) implements Subject {
  @Override
  public RuleRun run() {
    return item.run();
  }

  @Override
  public boolean wasChangedBy(String id) {
    return item.wasChangedBy(id);
  }
}
