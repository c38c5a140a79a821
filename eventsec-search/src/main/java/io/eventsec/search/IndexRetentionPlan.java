package io.eventsec.search;

import io.eventsec.core.retention.RetentionPlan;
import java.util.List;

/**
 * What retention would do to the data streams of a kind. Making one changes nothing, so it is the
 * dry run too.
 *
 * @param rollovers the streams that would get a new index to write to
 * @param drops the backing indexes that would go; items are documents
 */
public record IndexRetentionPlan(List<Rollover> rollovers, RetentionPlan drops) {
  /** Copies the list. */
  public IndexRetentionPlan {
    rollovers = List.copyOf(rollovers);
  }

  /**
   * A stream that is to be rolled over.
   *
   * @param stream which
   * @param writeIndex the index that it writes to until then
   * @param reason why, for a person
   */
  public record Rollover(String stream, String writeIndex, String reason) {}
}
