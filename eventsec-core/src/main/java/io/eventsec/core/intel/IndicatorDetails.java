package io.eventsec.core.intel;

import java.util.List;
import java.util.Optional;

/**
 * What a source tells people about an indicator. What is too long is shortened, and what cannot be
 * shown is replaced: none of it decides whether an event matches.
 *
 * @param name in a few words; empty if there is none, at most 300 characters
 * @param description in some sentences; empty if there is none, at most 1,000 characters
 * @param labels at most 32 of at most 200 characters, each once
 * @param tlp who may be told; empty if the source does not say
 */
public record IndicatorDetails(
    String name, String description, List<String> labels, Optional<Tlp> tlp) {
  /** Nothing is told. */
  public static final IndicatorDetails NONE =
      new IndicatorDetails("", "", List.of(), Optional.empty());

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_DESCRIPTION = 1000;
  private static final int MOST_LABELS = 32;
  private static final int LONGEST_LABEL = 200;

  /** Shortens and copies. */
  public IndicatorDetails {
    name = ShownText.of(name, LONGEST_NAME);
    description = ShownText.of(description, LONGEST_DESCRIPTION);
    labels =
        labels.stream()
            .filter(label -> !label.isBlank())
            .limit(MOST_LABELS)
            .map(label -> ShownText.of(label, LONGEST_LABEL))
            .distinct()
            .toList();
  }
}
