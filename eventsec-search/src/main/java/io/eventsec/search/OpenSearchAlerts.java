package io.eventsec.search;

import io.eventsec.core.spi.AlertIndex;
import io.eventsec.core.spi.OutboxEntry;
import io.eventsec.search.internal.AlertWriter;
import java.util.List;

/**
 * The copy of alerts in data streams {@code eventsec-alerts-<tenant>}, one document an alert under
 * the alert's id. Safe to share between threads; does not own the connection.
 */
public final class OpenSearchAlerts implements AlertIndex {
  private final AlertWriter writer;

  /** Over this connection, with {@link TemplateSettings#DEFAULT}. */
  public OpenSearchAlerts(OpenSearchConnection connection) {
    this(new OpenSearchTemplates(connection), BulkSettings.DEFAULT);
  }

  /**
   * Over the connection of these templates.
   *
   * @param templates put in place when they are missing
   */
  public OpenSearchAlerts(OpenSearchTemplates templates, BulkSettings bulk) {
    this.writer = new AlertWriter(templates.connection().rest(), bulk.limits(), templates::install);
  }

  @Override
  public List<Refusal> indexAlerts(List<OutboxEntry> entries) {
    return writer.write(entries);
  }
}
