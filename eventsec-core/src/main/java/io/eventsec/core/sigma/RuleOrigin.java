package io.eventsec.core.sigma;

/**
 * Where a rule was read.
 *
 * @param file the name of the text
 * @param line where the rule's document starts in it, from 1
 * @param yaml the document's text
 */
public record RuleOrigin(String file, int line, String yaml) {}
