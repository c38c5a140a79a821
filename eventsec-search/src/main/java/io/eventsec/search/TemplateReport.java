package io.eventsec.search;

import java.util.List;

/**
 * What {@link OpenSearchTemplates#install()} did.
 *
 * @param version the version that is in place now
 * @param written the templates it wrote, none if they were there
 * @param rolledOver the data streams that got a new backing index so that the templates apply
 */
public record TemplateReport(long version, List<String> written, List<String> rolledOver) {
  /** Copies the lists. */
  public TemplateReport {
    written = List.copyOf(written);
    rolledOver = List.copyOf(rolledOver);
  }
}
