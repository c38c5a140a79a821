package io.eventsec.app.config;

import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.taxii.TaxiiLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which collections of TAXII servers are polled.
 *
 * @param feeds in the order they were given; may be empty
 * @param logins by the label of the feed
 * @param every how often each is polled that does not say so itself
 * @param limits of one poll
 */
public record TaxiiSettings(
    List<TaxiiFeed> feeds, Map<String, TaxiiLogin> logins, Duration every, TaxiiLimits limits) {
  private static final int PAGE_OBJECTS = 1_000;
  private static final int MOST_OBJECTS = 5_000_000;

  static final Setting<List<TaxiiFeed>> COLLECTIONS =
      Setting.optional(
          "eventsec.taxii.collections",
          "which collections are polled, each with the name of its feed",
          TaxiiFeed.LIST);
  static final Setting<Secret> CREDENTIALS =
      Setting.secret(
          "eventsec.taxii.credentials",
          "the credentials of the feeds: `feed=user:password` or `feed=token`, separated by blanks");
  static final Setting<Duration> EVERY =
      new Setting<>(
          "eventsec.taxii.every",
          "how often a collection is polled that does not say so itself",
          ValueTypes.duration("PT1M", "P30D"),
          "PT1H");
  static final Setting<Integer> PAGES =
      new Setting<>(
          "eventsec.taxii.pages",
          "the most pages of a poll, of 1,000 objects each; the next one goes on",
          ValueTypes.integer(1, 10_000),
          "1000");
  static final Setting<Long> PAGE_BYTES =
      new Setting<>(
          "eventsec.taxii.page.bytes",
          "the most bytes of a page",
          ValueTypes.number(1 << 10, 1L << 30),
          "67108864");
  static final Setting<Duration> PAGE_TIME =
      new Setting<>(
          "eventsec.taxii.page.time",
          "how long a page may take",
          ValueTypes.duration("PT1S", "PT25S"),
          "PT20S");
  static final Area AREA =
      new Area(
          "TAXII",
          """
          Feeds of indicators that are polled ([indicators](reference/indicators.md#taxii)). An address is that of the collection:
          `EVENTSEC_TAXII_COLLECTIONS=cti https://taxii.example.org/api1/collections/91a7b528/ PT15M`. It must be https, unless it is this
          machine's own. In a password a blank is written `%20`, a percent sign `%25`.""",
          List.of(COLLECTIONS, CREDENTIALS, EVERY, PAGES, PAGE_BYTES, PAGE_TIME));

  /** Takes copies. */
  public TaxiiSettings {
    feeds = List.copyOf(feeds);
    logins = Map.copyOf(logins);
  }

  /** How often a feed is polled. */
  public Duration every(TaxiiFeed feed) {
    return feed.every().orElse(every);
  }

  static TaxiiSettings of(SettingsReader reader) {
    List<TaxiiFeed> feeds = reader.given(COLLECTIONS).orElse(List.of());
    Map<String, TaxiiLogin> logins = logins(reader);
    for (String label : logins.keySet()) {
      reader.require(
          feeds.stream().map(TaxiiFeed::label).anyMatch(label::equals),
          CREDENTIALS,
          "has credentials for a feed that is none of " + COLLECTIONS.key(),
          "Correct the name of the feed, or add its collection");
    }
    return new TaxiiSettings(
        feeds,
        logins,
        reader.value(EVERY),
        new TaxiiLimits(
            reader.value(PAGES),
            PAGE_OBJECTS,
            reader.value(PAGE_TIME),
            new ImportLimits(reader.value(PAGE_BYTES), MOST_OBJECTS, 1 << 20)));
  }

  private static Map<String, TaxiiLogin> logins(SettingsReader reader) {
    Optional<Secret> secret = reader.secret(CREDENTIALS);
    if (secret.isEmpty()) {
      return Map.of();
    }
    try {
      return TaxiiLogin.of(secret.get());
    } catch (InvalidValueException e) {
      reader.require(
          false, CREDENTIALS, e.rule(), "Write each as feed=user:password or feed=token");
      return Map.of();
    }
  }
}
