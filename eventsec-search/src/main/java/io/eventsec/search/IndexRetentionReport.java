package io.eventsec.search;

import io.eventsec.core.retention.RetentionReport;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param rolledOver the streams that got a new index to write to; others of the plan had got one
 *     meanwhile
 * @param drops what is gone, and what is not and why
 */
public record IndexRetentionReport(List<String> rolledOver, RetentionReport drops) {
  /** Copies the list. */
  public IndexRetentionReport {
    rolledOver = List.copyOf(rolledOver);
  }
}
