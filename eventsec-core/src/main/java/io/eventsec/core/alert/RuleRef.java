package io.eventsec.core.alert;

/**
 * One version of one rule.
 *
 * @param id the rule's id, a UUID as Sigma asks for
 * @param version twelve hexadecimal digits of the SHA-256 over the rule's text: another text is
 *     another version
 */
public record RuleRef(String id, String version) {}
