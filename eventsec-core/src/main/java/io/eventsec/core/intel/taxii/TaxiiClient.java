package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.feed.internal.StixImport;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Polls collections of TAXII 2.1: indicators, and the identities, markings and sightings that
 * belong to them, page by page, from where the last poll has ended. Redirects are not followed:
 * they would take credentials elsewhere. Thread-safe.
 */
public final class TaxiiClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final TaxiiLimits limits;

  /** A client with connections of its own. */
  public TaxiiClient(TaxiiLimits limits) {
    this(
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build(),
        limits);
  }

  /**
   * A client over given connections, which stay open.
   *
   * @param http with its own proxy, trust and time to connect; should not follow redirects
   */
  public TaxiiClient(HttpClient http, TaxiiLimits limits) {
    this.http = http;
    this.limits = limits;
  }

  /**
   * Reads what the server got after a moment.
   *
   * @param addedAfter what the last poll has returned; empty for all that the server has
   * @param sink gets what the objects say, while they are read
   * @return what was read, up to the first page that failed: then the next poll goes on behind the
   *     last one that did not
   * @throws InterruptedException if the thread is interrupted
   */
  public TaxiiPoll poll(TaxiiCollection collection, Optional<String> addedAfter, IndicatorSink sink)
      throws InterruptedException {
    StixImport reading = new StixImport(collection.source(), limits.imports(), sink);
    return new Polling(new PageRequest(http, collection, limits), reading, limits.pages())
        .run(addedAfter);
  }
}
