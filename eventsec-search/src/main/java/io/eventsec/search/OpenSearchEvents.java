package io.eventsec.search;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.EventIndex;
import io.eventsec.core.spi.IndexReport;
import io.eventsec.search.internal.EventReader;
import io.eventsec.search.internal.EventWriter;
import java.util.List;
import java.util.Optional;

/**
 * Events in data streams {@code eventsec-events-<tenant>}, one document an event under the event's
 * id. Storing is idempotent, across rollovers as well. A search sees what was stored at the latest
 * when the refresh interval has passed. Safe to share between threads; does not own the connection.
 *
 * <p>An ECS field whose value does not fit its mapping never costs the event: the value is stored
 * and not searched, or moved to {@code labels} and named in {@code error.message}. What OpenSearch
 * refuses even so is a rejection with the cause {@code index.mapping} or {@code index.too-large}.
 */
public final class OpenSearchEvents implements EventIndex {
  private static final int MOST_BUCKETS = 500;

  private final EventWriter writer;
  private final EventReader reader;

  /** Over this connection, with {@link TemplateSettings#DEFAULT}. */
  public OpenSearchEvents(OpenSearchConnection connection) {
    this(new OpenSearchTemplates(connection), BulkSettings.DEFAULT);
  }

  /**
   * Over the connection of these templates.
   *
   * @param templates put in place when they are missing
   */
  public OpenSearchEvents(OpenSearchTemplates templates, BulkSettings bulk) {
    this.writer = new EventWriter(templates.connection().rest(), bulk.limits(), templates::install);
    this.reader = new EventReader(templates.connection().rest());
  }

  @Override
  public IndexReport index(List<Event> events) {
    return writer.write(events);
  }

  /**
   * A page of the events that a query finds, newest first. Following the cursors visits each of
   * them once, and none that is stored meanwhile with a newer time.
   *
   * @throws InvalidQueryException if the query breaks a rule
   * @throws SearchTimeoutException if OpenSearch does not finish in ten seconds
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer
   */
  public EventPage search(EventQuery query) {
    return reader.search(query);
  }

  /**
   * One event of a tenant, with its raw record.
   *
   * @throws SearchTimeoutException if OpenSearch does not finish in ten seconds
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer
   */
  public Optional<EventHit> find(Tenant tenant, EventId id) {
    return reader.find(tenant, id);
  }

  /**
   * Counts of the events that a query finds; its cursor and limit do not matter.
   *
   * @param buckets at most about so many, 1 to 500
   * @throws InvalidQueryException if the query breaks a rule or {@code buckets} is out of range
   * @throws SearchTimeoutException if OpenSearch does not finish in ten seconds
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer
   */
  public EventStats stats(EventQuery query, int buckets) {
    if (buckets < 1 || buckets > MOST_BUCKETS) {
      throw new InvalidQueryException("time", buckets + " buckets is not in 1 to " + MOST_BUCKETS);
    }
    return reader.stats(query, buckets);
  }

  /**
   * Lets searches see everything stored before, at once. Costly: for tests and tools.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer
   */
  public void refresh(Tenant tenant) {
    reader.refresh(tenant);
  }
}
