package io.eventsec.app.api;

import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.feed.FeedFormat;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.indicator.FeedOptions;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a feed is to be taken in. */
public class IndicatorImportParameters {
  @QueryParam("feed")
  @Parameter(description = "the name of the feed, 1 to 100 characters", required = true)
  @Nullable String feed;

  @QueryParam("format")
  @Parameter(
      description =
          "stix, misp, csv or list; else what the content's type says, else what it looks like")
  @Nullable String format;

  @QueryParam("tlp")
  @Parameter(
      description = "clear, green, amber, amber_strict or red, for what the feed does not mark")
  @Nullable String tlp;

  @QueryParam("validFor")
  @Parameter(
      description =
          "how long what has no end holds, as P90D: since its beginning, else its version, else now")
  @Nullable String validFor;

  @QueryParam("replace")
  @Parameter(description = "true if this is the whole feed: what it has no more is withdrawn")
  @Nullable String replace;

  @HeaderParam(HttpHeaders.CONTENT_TYPE)
  @Parameter(hidden = true)
  @Nullable String contentType;

  FeedOptions options(UserAccount user) {
    String name = Values.text(feed).orElse("");
    Optional<Tlp> marking = Values.text(tlp).map(label -> Values.one(Tlp.class, "tlp", label));
    Optional<Duration> validity = Values.text(validFor).map(IndicatorImportParameters::duration);
    check(user, name, Optional.empty(), "feed", name);
    check(user, "any", validity, "validFor", String.valueOf(validFor));
    return new FeedOptions(user.tenant(), name, marking, validity, Optional.of(user.id()));
  }

  private static void check(
      UserAccount user, String name, Optional<Duration> validity, String field, String value) {
    try {
      new FeedOptions(user.tenant(), name, Optional.empty(), validity, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw Complaint.problem(field, value, e);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw Values.invalid(
          "validFor", text, "is not an ISO-8601 duration", "Write it like P90D or PT12H.");
    }
  }

  /** The format that the caller tells; empty if it is to be told by its look. */
  Optional<FeedFormat> format() {
    Optional<FeedFormat> said =
        Values.text(format).map(name -> Values.one(FeedFormat.class, "format", name));
    if (said.isPresent() || contentType == null) {
      return said;
    }
    String type = contentType.toLowerCase(Locale.ROOT).split(";", -1)[0].strip();
    return switch (type) {
      case "text/csv", "text/tab-separated-values" -> Optional.of(FeedFormat.CSV);
      case "application/stix+json", "application/taxii+json" -> Optional.of(FeedFormat.STIX);
      default -> Optional.empty();
    };
  }

  boolean replace() {
    return Values.truth("replace", replace);
  }
}
