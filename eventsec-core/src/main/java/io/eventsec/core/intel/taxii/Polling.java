package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.feed.internal.StixImport;
import java.util.Optional;

/** One poll. Used once. */
final class Polling {
  private final PageRequest request;
  private final StixImport reading;
  private final int mostPages;
  private int pages;

  Polling(PageRequest request, StixImport reading, int mostPages) {
    this.request = request;
    this.reading = reading;
    this.mostPages = mostPages;
  }

  TaxiiPoll run(Optional<String> since) throws InterruptedException {
    Optional<String> addedAfter = since;
    Optional<TaxiiException> failure = Optional.empty();
    PageQuery query = new PageQuery(since, "");
    boolean more = true;
    try {
      while (more && pages < mostPages) {
        TaxiiPage page = request.get(query, reading);
        pages++;
        if (page.envelope().ended()) {
          break;
        }
        addedAfter = page.lastAdded().or(query::addedAfter);
        more = page.envelope().more();
        query = more ? next(query, page, since) : query;
      }
    } catch (TaxiiException e) {
      failure = Optional.of(e);
    }
    return new TaxiiPoll(reading.end(), pages, addedAfter, !more, failure);
  }

  /** A server may leave out what to ask for; then its last date tells where to go on. */
  private static PageQuery next(PageQuery query, TaxiiPage page, Optional<String> since)
      throws TaxiiException {
    String next = page.envelope().next();
    PageQuery following =
        next.isEmpty() ? new PageQuery(page.lastAdded(), "") : new PageQuery(since, next);
    if (following.equals(query) || next.isEmpty() && page.lastAdded().isEmpty()) {
      throw new TaxiiException(
          "The server says that there is more and not where: neither 'next' nor"
              + " X-TAXII-Date-Added-Last goes on; tell who runs it",
          200,
          Optional.empty());
    }
    return following;
  }
}
