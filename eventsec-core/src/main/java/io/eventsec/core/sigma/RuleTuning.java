package io.eventsec.core.sigma;

import io.eventsec.core.sigma.internal.Timespan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule over single events says of its own alerts, below the attribute {@code eventsec},
 * which the specification leaves to whoever runs it.
 *
 * @param suppression which of its matches are one alert; empty if each is one
 * @param faults what it says and is nothing: ends of a sentence that begins with the rule
 */
public record RuleTuning(Optional<Suppression> suppression, List<String> faults) {
  /** Below the attribute: which matches are one alert. */
  public static final String SUPPRESS = "suppress";

  private static final String BY = "by";
  private static final String FOR = "for";
  private static final List<String> KNOWN = List.of(BY, FOR);
  private static final int MOST_FIELDS = 8;
  private static final Duration LONGEST = Duration.ofDays(366);

  /** Copies the list. */
  public RuleTuning {
    faults = List.copyOf(faults);
  }

  /** What the rule of these attributes says. */
  public static RuleTuning of(SigmaMetadata metadata) {
    List<String> faults = new ArrayList<>();
    Object own = metadata.custom().get(SigmaMetadata.OWN);
    Map<?, ?> said = own instanceof Map<?, ?> map ? map : Map.of();
    return new RuleTuning(suppression(said.get(SUPPRESS), faults), faults);
  }

  private static Optional<Suppression> suppression(@Nullable Object asked, List<String> faults) {
    if (asked instanceof Map<?, ?> said) {
      return suppression(said, faults);
    }
    if (asked != null) {
      faults.add("has '" + asked + "' as '" + SUPPRESS + "', which is no map");
    }
    return Optional.empty();
  }

  private static Optional<Suppression> suppression(Map<?, ?> said, List<String> faults) {
    refuseOthers(said, faults);
    List<String> by = fields(said.get(BY), faults);
    String text = said.get(FOR) == null ? "" : said.get(FOR).toString();
    Optional<Duration> window = Timespan.parse(text);
    if (window.isEmpty() || window.get().compareTo(LONGEST) > 0) {
      faults.add("has '" + text + "' as 'for' of 'suppress', which is no time of at most a year");
      return Optional.empty();
    }
    return Optional.of(new Suppression(by, window.get()));
  }

  private static List<String> fields(@Nullable Object said, List<String> faults) {
    if (said == null) {
      return List.of();
    }
    List<?> list = said instanceof List<?> several ? several : List.of(said);
    if (list.size() > MOST_FIELDS
        || !list.stream().allMatch(field -> field instanceof String text && !text.isBlank())) {
      faults.add("has '" + said + "' as 'by' of 'suppress', which are not 1 to 8 names of fields");
      return List.of();
    }
    return list.stream().map(Object::toString).toList();
  }

  private static void refuseOthers(Map<?, ?> said, List<String> faults) {
    for (Object key : said.keySet()) {
      if (!KNOWN.contains(String.valueOf(key))) {
        faults.add("has '" + key + "' below '" + SUPPRESS + "', which is nothing");
      }
    }
  }
}
