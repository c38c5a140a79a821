package io.eventsec.app.ingest;

import io.eventsec.app.config.IngestSettings;
import io.eventsec.app.config.Settings;
import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.SensorEndpoint;
import io.eventsec.app.worker.AppendSignal;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.spi.JournalReceipt;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Takes batches of raw events from sensors and answers when they are on disk. */
@Path("/ingest")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class IngestResource {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Duration RETRY = Duration.ofSeconds(1);

  @Inject Settings settings;
  @Inject EventJournal journal;
  @Inject AppendSignal signal;
  @Inject Caller caller;
  @Inject EventDecoder decoder;

  private PayloadReader reader = new PayloadReader(new IngestSettings(1, 1, 1));
  private InFlight inFlight = new InFlight(0);

  @PostConstruct
  void configure() {
    reader = new PayloadReader(settings.ingest());
    inFlight = new InFlight(settings.ingest().inFlightBytes());
  }

  /** Takes a batch in. */
  @POST
  @Path("/{source}")
  @Consumes({"application/x-ndjson", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @SecurityRequirement(name = "sensor")
  @Operation(
      operationId = "ingest",
      summary = "Store a batch of raw events, answered when it is on disk",
      description =
          "One event a line, JSON or text; or a JSON array, or CloudTrail's object with Records. gzip"
              + " and zstd are inflated.")
  @APIResponse(
      responseCode = "202",
      description = "The batch is on disk",
      content = @Content(schema = @Schema(implementation = IngestReceipt.class)))
  @APIResponse(responseCode = "413", description = "The batch is beyond the bounds")
  @APIResponse(responseCode = "429", description = "Too many batches are being taken in")
  public Response ingest(
      @PathParam("source") String source,
      @QueryParam("format") @DefaultValue(RawBatch.AUTO) String format,
      @BeanParam IngestHeaders headers,
      InputStream body)
      throws IOException {
    check(source, format);
    headers.check();
    try (InFlight.Reservation memory = inFlight.reservation()) {
      Payload payload = reader.read(body, headers.bodyEncoding(), memory);
      RawBatch batch = batch(source, format, headers, payload);
      JournalReceipt receipt = journal.append(batch);
      signal.raise();
      IngestReceipt answer =
          new IngestReceipt(
              Long.toString(receipt.position().value()),
              batch.batchKey(),
              receipt.count(),
              receipt.duplicate());
      return Response.status(Response.Status.ACCEPTED).entity(answer).build();
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

  private RawBatch batch(String source, String format, IngestHeaders headers, Payload payload) {
    Tenant tenant = caller.sensor().tenant();
    String key = headers.batchKey();
    return new RawBatch(
        headers.origin(tenant, source, key),
        key,
        format,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        payload.bytes(),
        payload.lines(),
        CorrelationId.current().map(exchange -> new Correlation(exchange.value())));
  }

  private void check(String source, String format) {
    if (!SOURCE.matcher(source).matches()) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND,
          "A source's name is 1 to 64 of a-z, 0-9, '.', '_' and '-', a letter or digit first.");
    }
    if (!format.equals(RawBatch.AUTO) && !decoder.formats().contains(format)) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "The format is neither auto nor one of " + String.join(", ", decoder.formats()) + ".");
    }
  }
}
