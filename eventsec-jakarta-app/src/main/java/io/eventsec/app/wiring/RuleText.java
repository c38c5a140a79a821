package io.eventsec.app.wiring;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people want to know of a rule, be it one over single events or a correlation.
 *
 * @param ref its id and version
 * @param metadata what it says about itself
 * @param logsource which logs it is about; empty for a correlation
 * @param correlation what a correlation counts or puts in order, as Sigma writes it
 * @param yaml its text
 */
public record RuleText(
    RuleRef ref,
    SigmaMetadata metadata,
    Optional<Logsource> logsource,
    Optional<String> correlation,
    String yaml) {

  /** Of a rule over single events. */
  public static RuleText of(SigmaRule rule) {
    return new RuleText(
        rule.ref(),
        rule.metadata(),
        Optional.of(rule.logsource()),
        Optional.empty(),
        rule.sourceYaml());
  }

  /** Of a correlation. */
  public static RuleText of(SigmaCorrelation rule) {
    return new RuleText(
        rule.ref(),
        rule.metadata(),
        Optional.empty(),
        Optional.of(rule.type().sigmaName()),
        rule.origin().yaml());
  }

  /** Of everything sound in a document. */
  public static Stream<RuleText> of(SigmaDocument document) {
    return Stream.concat(
        document.rules().stream().map(RuleText::of),
        document.correlations().stream().map(RuleText::of));
  }

  /** Its title. */
  public String title() {
    return metadata.title();
  }

  /** How much it matters. */
  public Severity level() {
    return metadata.level();
  }

  /** An attribute that is plain text, for instance {@code author}. */
  public Optional<String> text(String attribute) {
    return metadata.text(attribute);
  }

  /** An attribute that is a list of text, for instance {@code tags}. */
  public List<String> list(String attribute) {
    return metadata.list(attribute);
  }
}
