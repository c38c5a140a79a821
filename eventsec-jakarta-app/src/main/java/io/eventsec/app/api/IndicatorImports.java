package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.intel.feed.FeedFormat;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.persistence.indicator.FeedImport;
import io.eventsec.persistence.indicator.FeedImports;
import io.eventsec.persistence.indicator.FeedOptions;
import io.eventsec.persistence.indicator.IndicatorChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Takes feeds in while they are received, a few at once. Not in a transaction: each part is one of
 * its own, and what was read before the sender went away is in force.
 */
@ApplicationScoped
public class IndicatorImports {
  /** How many bytes a feed may have. */
  static final int MOST_BYTES = 256 << 20;

  private static final int MOST_AT_ONCE = 2;
  private static final int LOOK = 64 * 1024;
  private static final Duration DEADLINE = Duration.ofMinutes(15);
  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final ImportLimits LIMITS = new ImportLimits(MOST_BYTES, 2_000_000, 1 << 20);

  @Inject FeedImports imports;
  @Inject IndicatorService audited;

  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  /**
   * Takes one in.
   *
   * @param known the format; empty to tell it by its look
   * @param whole true if what the feed has no more is to be withdrawn, provided that it was read to
   *     its end
   * @throws ProblemException 503 if too many are being read
   * @throws IOException if the sender went away
   */
  IndicatorImportJson take(
      InputStream body, FeedOptions options, Optional<FeedFormat> known, boolean whole)
      throws IOException {
    if (!turns.tryAcquire()) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE,
          MOST_AT_ONCE + " feeds are being read now. Send this one again a little later.",
          RETRY);
    }
    try {
      return read(new TimedBody(body, DEADLINE), options, known, whole);
    } finally {
      turns.release();
    }
  }

  private IndicatorImportJson read(
      InputStream body, FeedOptions options, Optional<FeedFormat> known, boolean whole)
      throws IOException {
    byte[] beginning = body.readNBytes(LOOK);
    FeedFormat format = known.orElseGet(() -> FeedFormat.ofLook("", beginning));
    audited.importBegins(options, format, whole);
    FeedImport taking = imports.begin(options);
    ImportReport report =
        format
            .reader(options.feed(), LIMITS)
            .read(new SequenceInputStream(new ByteArrayInputStream(beginning), body), taking);
    boolean replaced = whole && report.ended().isEmpty() && report.indicators() > 0;
    IndicatorChanges changes = replaced ? taking.finishWhole() : taking.finish();
    audited.importEnded(options, changes, report.skippedInAll());
    return IndicatorImportJson.of(options.feed(), format, report, changes, replaced);
  }
}
