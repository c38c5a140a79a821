package io.eventsec.core.vuln.advisory;

/**
 * How bad somebody says it is.
 *
 * @param source who: {@code nvd@nist.gov}, the name of a feed
 * @param text a vector of CVSS, or a word of the source's own: {@code HIGH}, {@code Important}
 */
public record SeverityClaim(String source, String text) {}
