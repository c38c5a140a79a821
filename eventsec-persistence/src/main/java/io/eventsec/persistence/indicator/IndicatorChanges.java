package io.eventsec.persistence.indicator;

/**
 * What became of what a feed said.
 *
 * @param added how many claims it had not made before
 * @param changed how many it makes otherwise than before, or again after it had taken them back
 * @param unchanged how many it had made like that already, or in a later version
 * @param withdrawn how many are in force no more, because the feed takes them back, has a later
 *     version of their object, or has them no more
 */
public record IndicatorChanges(int added, int changed, int unchanged, int withdrawn) {
  /** Nothing was said. */
  public static final IndicatorChanges NONE = new IndicatorChanges(0, 0, 0, 0);

  /** Both together. */
  public IndicatorChanges plus(IndicatorChanges more) {
    return new IndicatorChanges(
        added + more.added,
        changed + more.changed,
        unchanged + more.unchanged,
        withdrawn + more.withdrawn);
  }

  /** True if something is otherwise than before. */
  public boolean any() {
    return added + changed + withdrawn > 0;
  }
}
