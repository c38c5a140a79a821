package io.eventsec.app.api;

import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.persistence.correlation.UntimelyRecord;
import java.time.Instant;
import java.util.List;

/**
 * What a correlation has done.
 *
 * @param versions what each version of it has done; the one that did anything last is first
 * @param untimely events that it could not take up, newest first, 200 at most
 */
public record CorrelationJson(List<VersionJson> versions, List<UntimelyJson> untimely) {

  static CorrelationJson of(List<CorrelationCount> counts, List<UntimelyRecord> untimely) {
    return new CorrelationJson(
        counts.stream().map(VersionJson::of).toList(),
        untimely.stream().map(UntimelyJson::of).toList());
  }

  /**
   * What one version of it has done.
   *
   * @param version which
   * @param events events that counted, one for each group that they belong to
   * @param firings how often its condition was reached
   * @param late events that came later than allowed
   * @param ahead events whose clock is wrong
   * @param trimmed values dropped because a window held too many
   * @param evicted groups forgotten because there were too many
   */
  public record VersionJson(
      String version,
      long events,
      long firings,
      long late,
      long ahead,
      long trimmed,
      long evicted) {
    static VersionJson of(CorrelationCount count) {
      return new VersionJson(
          count.rule().version(),
          count.events(),
          count.firings(),
          count.late(),
          count.ahead(),
          count.trimmed(),
          count.evicted());
    }
  }

  /**
   * An event that it could not take up.
   *
   * @param eventId its id
   * @param version the version of the correlation
   * @param eventTime when it says that it happened
   * @param source what it was sent under
   * @param reason late or ahead
   * @param notedAt when that was found
   */
  public record UntimelyJson(
      String eventId,
      String version,
      Instant eventTime,
      String source,
      String reason,
      Instant notedAt) {
    static UntimelyJson of(UntimelyRecord untimely) {
      return new UntimelyJson(
          untimely.note().event().value(),
          untimely.note().rule().version(),
          untimely.note().eventTime(),
          untimely.note().source(),
          Values.name(untimely.note().reason()),
          untimely.notedAt());
    }
  }
}
