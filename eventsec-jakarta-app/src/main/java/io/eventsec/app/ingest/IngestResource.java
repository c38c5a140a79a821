package io.eventsec.app.ingest;

import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.SensorEndpoint;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.JournalReceipt;
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
  @Inject Intake intake;
  @Inject Caller caller;
  @Inject EventDecoder decoder;

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
    String key = headers.batchKey();
    EventOrigin origin = headers.origin(caller.sensor().tenant(), source, key);
    return intake.reading(
        body,
        headers.bodyEncoding(),
        payload -> {
          JournalReceipt receipt = intake.keep(origin, key, format, payload);
          IngestReceipt answer =
              new IngestReceipt(
                  Long.toString(receipt.position().value()),
                  key,
                  receipt.count(),
                  receipt.duplicate());
          return Response.status(Response.Status.ACCEPTED).entity(answer).build();
        });
  }

  private void check(String source, String format) {
    SourceName.checked(source);
    if (!format.equals(RawBatch.AUTO) && !decoder.formats().contains(format)) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "The format is neither auto nor one of " + String.join(", ", decoder.formats()) + ".");
    }
  }
}
