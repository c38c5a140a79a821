package io.eventsec.app.ingest;

import io.eventsec.app.config.IngestSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.worker.AppendSignal;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.spi.JournalReceipt;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where every receiver's batches go: within the bounds of memory, and onto the disk. */
@ApplicationScoped
public class Intake {
  private static final Duration RETRY = Duration.ofSeconds(1);

  @Inject Settings settings;
  @Inject EventJournal journal;
  @Inject AppendSignal signal;

  private PayloadReader reader = new PayloadReader(new IngestSettings(1, 1, 1));
  private InFlight inFlight = new InFlight(0);

  @PostConstruct
  void configure() {
    reader = new PayloadReader(settings.ingest());
    inFlight = new InFlight(settings.ingest().inFlightBytes());
  }

  /**
   * What a receiver makes of a body it has read.
   *
   * @param <T> its answer
   */
  @FunctionalInterface
  interface Use<T> {
    T of(Payload payload) throws IOException;
  }

  /**
   * Reads a body, has it used, and holds its memory until then.
   *
   * @throws ProblemException 400, 413, 422 or 429, as it is the body's fault or that of the load
   */
  <T> T reading(InputStream body, BodyEncoding encoding, Use<T> use) throws IOException {
    return using(memory -> use.of(reader.read(body, encoding, memory)));
  }

  /** The same of a body that is no lines. */
  <T> T readingWhole(InputStream body, BodyEncoding encoding, Use<T> use) throws IOException {
    return using(memory -> use.of(reader.whole(body, encoding, memory)));
  }

  /** What is done while the memory of a body is held. */
  @FunctionalInterface
  private interface Work<T> {
    T with(InFlight.Reservation memory) throws IOException;
  }

  private <T> T using(Work<T> work) throws IOException {
    try (InFlight.Reservation memory = inFlight.reservation()) {
      return work.with(memory);
    } catch (OverloadedException e) {
      throw ProblemException.retry(
          ProblemKind.TOO_MANY_REQUESTS, String.valueOf(e.getMessage()), RETRY);
    } catch (BatchTooLargeException e) {
      throw new ProblemException(ProblemKind.TOO_LARGE, String.valueOf(e.getMessage()));
    } catch (UnreadableBatchException e) {
      throw new ProblemException(ProblemKind.BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (IdempotencyConflictException e) {
      throw new ProblemException(ProblemKind.IDEMPOTENCY_CONFLICT, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Keeps records that a receiver has taken out of a body, received now; when this returns they are
   * on disk. More than a batch may have are several batches, whose events have the ids that they
   * would have in one.
   *
   * @param key of the batch; that of a part says behind it which records it has
   * @param records at least one, without line breaks
   */
  void keep(EventOrigin origin, String key, String format, List<String> records) {
    List<Payload> parts = reader.ofRecords(records);
    long first = origin.firstOrdinal();
    for (Payload part : parts) {
      long next = first + part.lines();
      String partKey = parts.size() == 1 ? key : key + '/' + first + '-' + next;
      keep(
          new EventOrigin(origin.tenant(), origin.source(), origin.key(), first),
          partKey,
          format,
          part);
      first = next;
    }
  }

  /** Keeps a batch, received now; when this returns it is on disk. */
  JournalReceipt keep(EventOrigin origin, String key, String format, Payload payload) {
    RawBatch batch =
        new RawBatch(
            origin,
            key,
            format,
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            payload.bytes(),
            payload.lines(),
            CorrelationId.current().map(exchange -> new Correlation(exchange.value())));
    JournalReceipt receipt = journal.append(batch);
    signal.raise();
    return receipt;
  }

  /**
   * Keeps what a receiver has read line by line, received now; when this returns it is on disk. The
   * key of the origin is that of the batch.
   *
   * @param lines a record each; not copied
   * @param count how many there are, at least 1
   */
  public void keepLines(EventOrigin origin, String format, byte[] lines, int count) {
    keep(origin, origin.key(), format, new Payload(lines, count));
  }
}
