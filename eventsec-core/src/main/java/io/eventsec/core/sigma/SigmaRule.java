package io.eventsec.core.sigma;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.List;
import java.util.Optional;

/**
 * A sound Sigma rule (specification 2.1.0). Immutable.
 *
 * @param ref its id and the version of its text; a rule without id has one derived from its title
 * @param metadata what it says about itself
 * @param logsource which logs it is about
 * @param detection what it looks for
 * @param origin where it was read, and its text
 * @param filters the filters that its detection has taken up, in their order
 */
public record SigmaRule(
    RuleRef ref,
    SigmaMetadata metadata,
    Logsource logsource,
    SigmaDetection detection,
    RuleOrigin origin,
    List<RuleRef> filters) {
  /** Copies the list. */
  public SigmaRule {
    filters = List.copyOf(filters);
  }

  /** Its title. */
  public String title() {
    return metadata.title();
  }

  /** What it finds, for people. */
  public Optional<String> description() {
    return metadata.text("description");
  }

  /**
   * {@code stable}, {@code test}, {@code experimental}, {@code deprecated} or {@code unsupported}.
   */
  public Optional<String> status() {
    return metadata.text("status");
  }

  /** Who wrote it. */
  public Optional<String> author() {
    return metadata.text("author");
  }

  /** How much a match matters; {@link Severity#MEDIUM} if the rule doesn't say. */
  public Severity level() {
    return metadata.level();
  }

  /** Which of its matches are one alert; empty if each is one. */
  public Optional<Suppression> suppression() {
    return RuleTuning.of(metadata).suppression();
  }

  /** Its tags, {@code attack.t1046} and so on. */
  public List<String> tags() {
    return metadata.list("tags");
  }

  /** True if that is its id or its name. */
  public boolean isCalled(String idOrName) {
    return metadata.isCalled(ref, idOrName);
  }

  /** Where to read more. */
  public List<String> references() {
    return metadata.list("references");
  }

  /** What else can look like it. */
  public List<String> falsePositives() {
    return metadata.list("falsepositives");
  }

  /** The name of the text it was read from. */
  public String file() {
    return origin.file();
  }

  /** The line it starts in, from 1. */
  public int line() {
    return origin.line();
  }

  /** Its YAML, byte for byte. */
  public String sourceYaml() {
    return origin.yaml();
  }

  @Override
  public String toString() {
    return "SigmaRule[" + ref.id() + ' ' + ref.version() + " '" + title() + "']";
  }
}
