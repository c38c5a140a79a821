package io.eventsec.core.sigma;

/**
 * Another rule that this one names under {@code related}.
 *
 * @param id the other rule's id
 * @param type {@code derived}, {@code obsolete}, {@code merged}, {@code renamed} or {@code similar}
 */
public record RelatedRule(String id, String type) {}
