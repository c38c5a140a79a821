package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorText;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The types of MISP's attributes that are indicators. */
final class MispTypes {
  /** A part of a composite value that is context and not looked up. */
  private static final String CONTEXT = "";

  private static final String ADDRESS = "address";

  /** What the parts of a value are, between bars. */
  private static final Map<String, List<String>> PARTS =
      Map.ofEntries(
          Map.entry("ip-src", List.of(ADDRESS)),
          Map.entry("ip-dst", List.of(ADDRESS)),
          Map.entry("ip-src|port", List.of(ADDRESS, CONTEXT)),
          Map.entry("ip-dst|port", List.of(ADDRESS, CONTEXT)),
          Map.entry("domain", List.of("DOMAIN")),
          Map.entry("hostname", List.of("DOMAIN")),
          Map.entry("hostname|port", List.of("DOMAIN", CONTEXT)),
          Map.entry("domain|ip", List.of("DOMAIN", ADDRESS)),
          Map.entry("url", List.of("URL")),
          Map.entry("uri", List.of("URL")),
          Map.entry("md5", List.of("MD5")),
          Map.entry("sha1", List.of("SHA1")),
          Map.entry("sha256", List.of("SHA256")),
          Map.entry("filename", List.of("FILE_NAME")),
          Map.entry("filename|md5", List.of(CONTEXT, "MD5")),
          Map.entry("filename|sha1", List.of(CONTEXT, "SHA1")),
          Map.entry("filename|sha256", List.of(CONTEXT, "SHA256")),
          Map.entry("malware-sample", List.of(CONTEXT, "MD5")),
          Map.entry("email", List.of("EMAIL")),
          Map.entry("email-src", List.of("EMAIL")),
          Map.entry("email-dst", List.of("EMAIL")),
          Map.entry("email-reply-to", List.of("EMAIL")));

  private MispTypes() {}

  /**
   * The indicators of an attribute.
   *
   * @throws SkippedException if it is of another type, not for detection, or its value is none
   */
  static List<Indicator> indicators(JsonMap attribute) throws SkippedException {
    String type = attribute.required("type");
    List<String> parts = PARTS.get(type);
    if (parts == null) {
      throw new SkippedException(
          SkipReason.OTHER_TYPE,
          "Attributes of type '"
              + ShownText.of(type)
              + "' are nothing that events are looked up by");
    }
    if (!attribute.isTrue("to_ids")) {
      throw new SkippedException(
          SkipReason.NOT_FOR_DETECTION,
          "to_ids is not true; set it if events are to be found by it");
    }
    return indicators(parts, attribute.required("value"));
  }

  private static List<Indicator> indicators(List<String> parts, String value)
      throws SkippedException {
    String[] values = parts.size() == 1 ? new String[] {value} : value.split("\\|", -1);
    if (values.length != parts.size()) {
      throw new SkippedException(
          SkipReason.BAD_VALUE,
          "'" + ShownText.of(value) + "' has not " + parts.size() + " parts between bars");
    }
    List<Indicator> indicators = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!parts.get(i).isEmpty()) {
        indicators.add(indicator(parts.get(i), values[i].strip()));
      }
    }
    return indicators;
  }

  private static Indicator indicator(String part, String value) throws SkippedException {
    try {
      String meant = IndicatorText.rearmed(value);
      if (part.equals(ADDRESS)) {
        boolean block = meant.indexOf('/') >= 0;
        return new Indicator(block ? IndicatorKind.NETWORK : IndicatorKind.ADDRESS, meant);
      }
      return new Indicator(IndicatorKind.valueOf(part), meant);
    } catch (IllegalArgumentException e) {
      throw new SkippedException(SkipReason.BAD_VALUE, String.valueOf(e.getMessage()));
    }
  }
}
