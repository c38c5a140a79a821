package io.eventsec.core.vuln.feed;

/** How a feed stands. */
public enum FeedState {
  /** What it says now counts. */
  IN_FORCE,
  /** It has lost so much that what it said before counts until somebody accepts that. */
  HELD_BACK,
  /** It is broken or gone; what it said before counts. */
  UNREADABLE
}
