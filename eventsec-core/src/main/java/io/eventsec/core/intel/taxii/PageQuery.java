package io.eventsec.core.intel.taxii;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which page is asked for.
 *
 * @param addedAfter behind which moment; empty for all
 * @param next what the page before said; empty for the first
 */
record PageQuery(Optional<String> addedAfter, String next) {
  private static final String TYPES = "indicator,identity,marking-definition,sighting";

  /** As the query of an address. */
  String text(int objects) {
    return "limit="
        + objects
        + "&match%5Btype%5D="
        + encoded(TYPES)
        + addedAfter.map(time -> "&added_after=" + encoded(time)).orElse("")
        + (next.isEmpty() ? "" : "&next=" + encoded(next));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
