package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.intel.stix.StixPattern;
import io.eventsec.core.intel.stix.StixPatternException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The claims of one indicator object of STIX. Used once. */
final class StixClaims {
  private final JsonMap object;
  private final String source;
  private final Optional<Tlp> tlp;
  private List<String> leftOut = List.of();

  StixClaims(JsonMap object, String source, Optional<Tlp> tlp) {
    this.object = object;
    this.source = source;
    this.tlp = tlp;
  }

  /**
   * All of them.
   *
   * @throws SkippedException if there are none
   */
  List<ThreatIndicator> claims() throws SkippedException {
    StixPattern pattern = pattern();
    if (pattern.indicators().isEmpty()) {
      throw new SkippedException(
          SkipReason.INEXPRESSIBLE,
          pattern.leftOut().isEmpty()
              ? "The pattern names no value"
              : String.join("; ", pattern.leftOut()));
    }
    IndicatorOrigin origin;
    ValidityPeriod validity;
    OptionalInt confidence;
    try {
      origin = new IndicatorOrigin(source, object.text("id"), object.time("modified"));
      validity = new ValidityPeriod(validFrom(), object.time("valid_until"));
      confidence = confidence(object.text("confidence"));
    } catch (IllegalArgumentException e) {
      throw new SkippedException(SkipReason.BAD_DETAIL, String.valueOf(e.getMessage()));
    }
    leftOut = pattern.leftOut();
    IndicatorDetails details = details();
    return pattern.indicators().stream()
        .map((Indicator one) -> new ThreatIndicator(one, origin, validity, confidence, details))
        .toList();
  }

  /** Why some alternatives of the pattern are no claims. */
  List<String> leftOut() {
    return leftOut;
  }

  private StixPattern pattern() throws SkippedException {
    String language = object.has("pattern_type") ? object.text("pattern_type") : "stix";
    if (!language.equals("stix")) {
      throw new SkippedException(
          SkipReason.OTHER_LANGUAGE,
          "Patterns of '" + ShownText.of(language) + "' are not understood, only those of stix");
    }
    try {
      return StixPattern.read(object.required("pattern"));
    } catch (StixPatternException e) {
      throw new SkippedException(SkipReason.BAD_PATTERN, String.valueOf(e.getMessage()));
    }
  }

  /** Required by STIX 2.1. */
  private Optional<java.time.Instant> validFrom() throws SkippedException {
    object.required("valid_from");
    return object.time("valid_from");
  }

  private static OptionalInt confidence(String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 100) {
      throw new IllegalArgumentException(
          "Confidence '" + ShownText.of(text) + "' is out of bounds; use 0 to 100");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private IndicatorDetails details() {
    List<String> labels =
        Stream.concat(object.texts("labels").stream(), object.texts("indicator_types").stream())
            .distinct()
            .toList();
    return new IndicatorDetails(object.text("name"), object.text("description"), labels, tlp);
  }
}
