package io.eventsec.app.api;

import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.IndicatorRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Something that a source says is bad.
 *
 * @param id its id
 * @param kind address, network, domain, url, email, md5, sha1, sha256 or file_name
 * @param value in the one spelling of its kind
 * @param feed which feed brought it
 * @param source who says so
 * @param externalId what the source calls it; empty if it calls it nothing
 * @param confidence how sure the source is, 0 to 100; null if it does not say
 * @param validFrom since when; null for since ever
 * @param validUntil until when; null for no end
 * @param modifiedAt the version of it; null if the source does not tell
 * @param name in a few words; may be empty
 * @param description in some sentences; may be empty
 * @param labels of the source's
 * @param tlp clear, green, amber, amber_strict or red; null if the source does not say
 * @param withdrawnAt when it was taken back; null if it was not
 * @param createdBy who handed it in first; null if nobody did
 * @param createdAt when it was first said
 * @param changedAt when it was last said otherwise, or taken back
 * @param alerts in how many alerts the indicator stands, whoever says it is bad
 * @param lastSeenAt when the last event of them happened; null if there are none
 */
public record IndicatorJson(
    String id,
    String kind,
    String value,
    String feed,
    String source,
    String externalId,
    Optional<Integer> confidence,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    Optional<Instant> modifiedAt,
    String name,
    String description,
    List<String> labels,
    Optional<String> tlp,
    Optional<Instant> withdrawnAt,
    Optional<PersonJson> createdBy,
    Instant createdAt,
    Instant changedAt,
    long alerts,
    Optional<Instant> lastSeenAt) {
  static IndicatorJson of(IndicatorRecord record) {
    ThreatIndicator claim = record.claim();
    IndicatorDetails details = claim.details();
    OptionalInt confidence = claim.confidence();
    return new IndicatorJson(
        Long.toString(record.id()),
        Values.name(claim.indicator().kind()),
        claim.indicator().value(),
        record.feed(),
        claim.origin().source(),
        claim.origin().id(),
        confidence.isPresent() ? Optional.of(confidence.getAsInt()) : Optional.empty(),
        claim.validity().from(),
        claim.validity().until(),
        claim.origin().modified(),
        details.name(),
        details.description(),
        details.labels(),
        details.tlp().map(Values::name),
        record.withdrawnAt(),
        record.createdBy().map(PersonJson::of),
        record.createdAt(),
        record.changedAt(),
        record.sightings().alerts(),
        record.sightings().lastSeen());
  }

  /**
   * A page of them.
   *
   * @param items newest first
   * @param nextCursor where the next page starts; null on the last one
   * @param matching false if the configuration has events not compared with indicators
   */
  public record Listing(List<IndicatorJson> items, Optional<String> nextCursor, boolean matching) {}

  /**
   * What a source says of some indicators.
   *
   * @param source who says so, and the name of the feed; 1 to 100 characters
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
   * @param matching false if the configuration has events not compared with indicators
   */
  public record Result(int added, int changed, int unchanged, boolean matching) {
    static Result of(IndicatorChanges changes, boolean matching) {
      return new Result(changes.added(), changes.changed(), changes.unchanged(), matching);
    }
  }
}
