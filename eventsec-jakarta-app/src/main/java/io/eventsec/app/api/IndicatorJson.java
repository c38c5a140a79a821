package io.eventsec.app.api;

import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.IndicatorRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a source says is bad.
 *
 * @param id its id
 * @param kind address, network, domain, url, email, md5, sha1, sha256 or file_name
 * @param value in the one spelling of its kind
 * @param source who says so
 * @param confidence how sure the source is, 0 to 100
 * @param validFrom since when; 1970-01-01T00:00:00Z if the source did not say
 * @param validUntil until when; null for no end
 * @param createdBy who handed it in first; null for a feed
 * @param createdAt when it was first said
 */
public record IndicatorJson(
    String id,
    String kind,
    String value,
    String source,
    int confidence,
    Instant validFrom,
    Optional<Instant> validUntil,
    Optional<PersonJson> createdBy,
    Instant createdAt) {
  static IndicatorJson of(IndicatorRecord indicator) {
    return new IndicatorJson(
        Long.toString(indicator.id()),
        Values.name(indicator.indicator().kind()),
        indicator.indicator().value(),
        indicator.source(),
        indicator.confidence(),
        indicator.validFrom(),
        indicator.validUntil(),
        indicator.createdBy().map(PersonJson::of),
        indicator.createdAt());
  }

  /**
   * A page of them.
   *
   * @param items newest first
   * @param nextCursor where the next page starts; null on the last one
   * @param matching false: indicators are kept, and no event is compared with them yet
   */
  public record Listing(List<IndicatorJson> items, Optional<String> nextCursor, boolean matching) {}

  /**
   * What a source says of some indicators.
   *
   * @param source who says so, 1 to 100 characters
   * @param indicators 1 to 1,000 of them; of several about the same the last counts
   */
  public record Request(@Nullable String source, @Nullable List<@Nullable Claim> indicators) {}

  /**
   * What a source says of one.
   *
   * @param kind address, network, domain, url, email, md5, sha1, sha256 or file_name
   * @param value in any spelling of that kind, at most 2,000 characters
   * @param confidence how sure the source is, 0 to 100; 50 if it is left out
   * @param validFrom since when, ISO-8601; since ever if it is left out
   * @param validUntil until when, ISO-8601; no end if it is left out
   */
  public record Claim(
      @Nullable String kind,
      @Nullable String value,
      @Nullable Integer confidence,
      @Nullable String validFrom,
      @Nullable String validUntil) {}

  /**
   * What became of it.
   *
   * @param added how many the source had not said before
   * @param changed how many it says otherwise than before
   * @param unchanged how many it had said like that already
   * @param matching false: indicators are kept, and no event is compared with them yet
   */
  public record Result(int added, int changed, int unchanged, boolean matching) {
    static Result of(IndicatorChanges changes) {
      return new Result(changes.added(), changes.changed(), changes.unchanged(), MATCHING);
    }
  }

  /**
   * Nothing compares events with indicators yet; the answers say so, so that nobody relies on it.
   */
  static final boolean MATCHING = false;
}
