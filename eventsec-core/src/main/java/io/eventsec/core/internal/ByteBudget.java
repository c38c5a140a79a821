package io.eventsec.core.internal;

/** How many bytes several streams may give together. Not thread-safe. */
public final class ByteBudget {
  private final long most;
  private long taken;

  /** So many. */
  public ByteBudget(long most) {
    this.most = most;
  }

  /** Takes some; false if there are not so many left. */
  boolean take(int count) {
    taken += count;
    return taken <= most;
  }
}
