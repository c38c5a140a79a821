package io.eventsec.core.policy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Events that a rule shall not see, known to be harmless. Of a correlation: events that shall not
 * count for it, whatever else they count for.
 *
 * @param id its id
 * @param tenant whose events
 * @param ruleId the rule's id, all its versions
 * @param detection which events: the YAML, or JSON, below {@code detection} of a Sigma rule
 * @param expiresAt events from then on are seen again, by the time at which they happened
 */
public record ExceptionFilter(
    UUID id, Tenant tenant, String ruleId, String detection, Instant expiresAt) {
  /** The most characters of a detection. */
  public static final int MOST_CHARACTERS = 20_000;

  /** Below the attribute, and so no text can leave it. */
  private static final int INDENT = 2;

  /**
   * Checks the detection.
   *
   * @throws IllegalArgumentException if it is none, with the reason and the cure
   */
  public ExceptionFilter {
    rule(id, detection);
  }

  /** A rule that is true for the events; its id is that of the exception. */
  SigmaRule toRule() {
    return rule(id, detection);
  }

  private static SigmaRule rule(UUID id, String detection) {
    if (detection.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "has "
              + detection.length()
              + " characters: give at most "
              + MOST_CHARACTERS
              + ", or make several exceptions");
    }
    SigmaDocument document =
        SigmaReader.read(
            "exception",
            "title: Exception\nid: "
                + id
                + "\nlogsource: {category: any}\ndetection:\n"
                + detection.indent(INDENT));
    if (!document.problems().isEmpty() || document.rules().size() != 1) {
      throw new IllegalArgumentException(
          document.problems().stream()
              .findFirst()
              .map(ExceptionFilter::complaint)
              .orElse("is no detection; give {selection: {field: value}, condition: selection}"));
    }
    SigmaRule rule = document.rules().get(0);
    Set<String> open = rule.detection().placeholders();
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "has placeholders without values " + open + "; give the values themselves");
    }
    return rule;
  }

  private static String complaint(SigmaProblem problem) {
    return "is no detection: " + problem.message() + "; give another: " + problem.cure();
  }
}
