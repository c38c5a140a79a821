package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.config.TaxiiFeed;
import io.eventsec.app.config.TaxiiSettings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.app.metrics.EnrichmentMetrics;
import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.taxii.TaxiiClient;
import io.eventsec.core.intel.taxii.TaxiiException;
import io.eventsec.core.intel.taxii.TaxiiPoll;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.indicator.FeedImport;
import io.eventsec.persistence.indicator.FeedImports;
import io.eventsec.persistence.indicator.FeedOptions;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.TaxiiPosition;
import io.eventsec.persistence.indicator.TaxiiPositions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;

/**
 * Polls the collections that are due, each from where it was read to before. One that fails holds
 * up no other, and what it said before stays in force.
 */
@ApplicationScoped
public class TaxiiJob implements TimedJob {
  private static final Logger LOG = System.getLogger(TaxiiJob.class.getName());
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_RETRY = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;

  /** A server that always has more must not keep the others waiting. */
  private static final int MOST_POLLS = 20;

  @Inject Settings settings;
  @Inject FeedImports imports;
  @Inject TaxiiPositions positions;
  @Inject Tenants tenants;
  @Inject EnrichmentMetrics metrics;

  @SuppressWarnings("NullAway.Init")
  private TaxiiClient client;

  @PostConstruct
  void connect() {
    client = new TaxiiClient(settings.taxii().limits());
  }

  @Override
  public String name() {
    return "taxii";
  }

  @Override
  public Duration every() {
    return settings.taxii().feeds().isEmpty() ? IDLE : LOOK;
  }

  @Override
  public String run(Turn turn) {
    TaxiiSettings taxii = settings.taxii();
    if (taxii.feeds().isEmpty()) {
      return "no collection is configured; EVENTSEC_TAXII_COLLECTIONS names them";
    }
    int polled = 0;
    int failed = 0;
    IndicatorChanges changes = IndicatorChanges.NONE;
    for (TaxiiFeed feed : taxii.feeds()) {
      Optional<TaxiiPosition> due = due(feed);
      for (int poll = 0; due.isPresent() && poll < MOST_POLLS; poll++) {
        turn.keep();
        Polled result = poll(feed, due.get(), turn);
        polled += poll == 0 ? 1 : 0;
        failed += result.failed() ? 1 : 0;
        changes = changes.plus(result.changes());
        due = result.goesOn() ? due(feed) : Optional.empty();
      }
    }
    return polled
        + " collections polled, "
        + failed
        + " of them failed; "
        + changes.added()
        + " indicators added, "
        + changes.changed()
        + " changed, "
        + changes.withdrawn()
        + " withdrawn";
  }

  private Optional<TaxiiPosition> due(TaxiiFeed feed) {
    tenants.ensure(feed.tenant());
    return positions.due(feed.tenant(), feed.name(), feed.address().toString());
  }

  private Polled poll(TaxiiFeed feed, TaxiiPosition from, Turn turn) {
    FeedImport taking = imports.begin(FeedOptions.of(feed.tenant(), feed.name()));
    TaxiiPoll poll = ask(feed, from, new KeptTurn(taking, turn));
    // What was read is in force before the position says so.
    IndicatorChanges changes = taking.finish();
    Optional<String> reason = reason(poll, from.addedAfter());
    if (reason.isPresent()) {
      failed(feed, from.failedAt(poll.addedAfter()), poll, reason.get());
      return new Polled(changes, true, false);
    }
    positions.succeeded(
        from.movedTo(poll.addedAfter()),
        poll.complete() ? settings.taxii().every(feed) : Duration.ZERO);
    metrics.polled(feed.label(), poll.complete() ? "succeeded" : "partial");
    if (from.failures() > 0) {
      WorkerMessages.TAXII_POLL_RECOVERED.log(LOG, feed.label());
    }
    return new Polled(changes, false, !poll.complete());
  }

  private TaxiiPoll ask(TaxiiFeed feed, TaxiiPosition from, IndicatorSink sink) {
    try {
      return client.poll(
          feed.collection(Optional.ofNullable(settings.taxii().logins().get(feed.label()))),
          from.addedAfter(),
          sink);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The poll of " + feed.label() + " was interrupted", e);
    }
  }

  private void failed(TaxiiFeed feed, TaxiiPosition at, TaxiiPoll poll, String reason) {
    Duration retry =
        poll.failure()
            .flatMap(TaxiiException::retryAfter)
            .filter(asked -> asked.compareTo(LAST_RETRY) <= 0)
            .orElseGet(() -> retry(at.failures()));
    metrics.polled(feed.label(), "failed");
    if (at.failures() == 1) {
      WorkerMessages.TAXII_POLL_FAILED.log(LOG, feed.label(), retry, Printable.of(reason));
    }
    positions.failed(at, retry, reason);
  }

  /** Why a poll has not come as far as it should; empty if it has, or goes on from where it is. */
  static Optional<String> reason(TaxiiPoll poll, Optional<String> since) {
    Optional<String> reason =
        poll.failure().map(TaxiiException::getMessage).or(() -> poll.report().ended());
    boolean stands = !poll.complete() && poll.addedAfter().equals(since);
    return reason.isEmpty() && stands
        ? Optional.of(
            "After "
                + poll.pages()
                + " pages there is more, and no date in X-TAXII-Date-Added-Last to go on from;"
                + " raise EVENTSEC_TAXII_PAGES")
        : reason;
  }

  /** Doubled with each failure in a row, up to an hour. */
  static Duration retry(int inARow) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
    return doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
  }

  private record Polled(IndicatorChanges changes, boolean failed, boolean goesOn) {}

  /** Keeps the turn while a poll says something. */
  private record KeptTurn(IndicatorSink to, Turn turn) implements IndicatorSink {
    @Override
    public void accept(ThreatIndicator claim) {
      turn.keep();
      to.accept(claim);
    }

    @Override
    public void withdraw(IndicatorWithdrawal withdrawal) {
      turn.keep();
      to.withdraw(withdrawal);
    }

    @Override
    public void sighted(IndicatorSighting sighting) {
      turn.keep();
    }
  }
}
