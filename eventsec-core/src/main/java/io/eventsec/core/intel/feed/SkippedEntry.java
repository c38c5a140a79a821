package io.eventsec.core.intel.feed;

/**
 * Something that was skipped, or in part.
 *
 * @param reason why
 * @param position where it stands: {@code object 3}, {@code line 7}
 * @param id what the feed calls it; empty if it has no name
 * @param message which value breaks which rule, and what to do
 */
public record SkippedEntry(SkipReason reason, String position, String id, String message) {}
