package io.eventsec.app.api;

import io.eventsec.core.intel.feed.FeedFormat;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.SkippedEntry;
import io.eventsec.persistence.indicator.IndicatorChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a feed.
 *
 * @param feed its name
 * @param format stix, misp, csv or list
 * @param objects objects, attributes, rows or lines that were looked at
 * @param added how many claims the feed had not made before
 * @param changed how many it makes otherwise than before, or again after it had taken them back
 * @param unchanged how many it had made like that already, or in a later version
 * @param withdrawn how many are in force no more
 * @param refused objects of which nothing was taken in
 * @param reasons how many were refused, by reason
 * @param refusals the first of each reason, at most ten
 * @param complete false if reading ended before the end of the feed
 * @param ended why it did; null if it did not
 * @param replaced true if what the feed has no more was withdrawn
 */
public record IndicatorImportJson(
    String feed,
    String format,
    int objects,
    int added,
    int changed,
    int unchanged,
    int withdrawn,
    int refused,
    Map<String, Integer> reasons,
    List<Refusal> refusals,
    boolean complete,
    Optional<String> ended,
    boolean replaced) {

  /**
   * Something that was not taken in, or in part.
   *
   * @param reason which kind of reason
   * @param position where it stands
   * @param id what the feed calls it; empty if it has no name
   * @param message which value breaks which rule, and what to do
   */
  public record Refusal(String reason, String position, String id, String message) {
    static Refusal of(SkippedEntry entry) {
      return new Refusal(
          Values.name(entry.reason()), entry.position(), entry.id(), entry.message());
    }
  }

  static IndicatorImportJson of(
      String feed,
      FeedFormat format,
      ImportReport report,
      IndicatorChanges changes,
      boolean replaced) {
    Map<String, Integer> reasons = new TreeMap<>();
    report.skipped().forEach((reason, count) -> reasons.put(Values.name(reason), count));
    return new IndicatorImportJson(
        feed,
        Values.name(format),
        report.objects(),
        changes.added(),
        changes.changed(),
        changes.unchanged(),
        changes.withdrawn(),
        report.skippedInAll(),
        reasons,
        report.examples().stream().map(Refusal::of).toList(),
        report.ended().isEmpty(),
        report.ended(),
        replaced);
  }
}
