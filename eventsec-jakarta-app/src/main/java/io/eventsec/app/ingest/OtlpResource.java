package io.eventsec.app.ingest;

import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.SensorEndpoint;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Sha256;
import io.eventsec.core.ingest.otlp.OtlpLogs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/**
 * Logs by the OpenTelemetry protocol over HTTP (OTLP 1.x). A request is one batch whose key follows
 * from its bytes, so that a request which an exporter sends again is the same batch. One that is
 * too large for a batch is several.
 */
@Path("/otlp")
@ApplicationScoped
@OtlpAnswers
@SecurityRequirement(name = "sensor")
public class OtlpResource {
  static final String PROTOBUF = "application/x-protobuf";
  private static final String SOURCE = "otlp";
  private static final String FORMAT = "otlp-log";
  private static final String NO_RECORDS =
      "These entries are no log records: an object stands for each in logRecords";

  @Inject Intake intake;
  @Inject Caller caller;

  /** Takes a request of protobuf in. */
  @POST
  @Path("/v1/logs")
  @Consumes(PROTOBUF)
  @Produces({PROTOBUF, MediaType.APPLICATION_JSON})
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(
      operationId = "otlpLogs",
      summary = "Store log records of the OpenTelemetry protocol, answered when they are on disk",
      description =
          "ExportLogsServiceRequest in protobuf or JSON, gzip if wanted; the source is otlp. What is refused is answered with a google.rpc.Status in the request's encoding.")
  @APIResponse(responseCode = "200", description = "ExportLogsServiceResponse: on disk")
  public Response protobuf(@BeanParam IngestHeaders headers, InputStream body) throws IOException {
    return ofProtobuf(SOURCE, headers, body);
  }

  /** Takes a request of JSON in. */
  @POST
  @Path("/v1/logs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(operationId = "otlpLogsJson", summary = "The same in JSON")
  @APIResponse(responseCode = "200", description = "ExportLogsServiceResponse: on disk")
  public Response json(@BeanParam IngestHeaders headers, InputStream body) throws IOException {
    return ofJson(SOURCE, headers, body);
  }

  /** Takes a request of protobuf in, under a source's name. */
  @POST
  @Path("/{source}/v1/logs")
  @Consumes(PROTOBUF)
  @Produces({PROTOBUF, MediaType.APPLICATION_JSON})
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(operationId = "otlpLogsOfSource", summary = "The same under a source's name")
  @APIResponse(responseCode = "200", description = "ExportLogsServiceResponse: on disk")
  public Response protobufOf(
      @PathParam("source") String source, @BeanParam IngestHeaders headers, InputStream body)
      throws IOException {
    return ofProtobuf(SourceName.checked(source), headers, body);
  }

  /** Takes a request of JSON in, under a source's name. */
  @POST
  @Path("/{source}/v1/logs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(operationId = "otlpLogsOfSourceJson", summary = "The same in JSON")
  @APIResponse(responseCode = "200", description = "ExportLogsServiceResponse: on disk")
  public Response jsonOf(
      @PathParam("source") String source, @BeanParam IngestHeaders headers, InputStream body)
      throws IOException {
    return ofJson(SourceName.checked(source), headers, body);
  }

  private Response ofProtobuf(String source, IngestHeaders headers, InputStream body)
      throws IOException {
    headers.check();
    return intake.readingWhole(
        body,
        headers.bodyEncoding(),
        payload -> {
          OtlpLogs logs = read(() -> OtlpLogs.of(OtlpProtobuf.request(payload.bytes())));
          keep(source, payload, logs);
          return Response.ok(OtlpProtobuf.response(logs.rejected(), NO_RECORDS), PROTOBUF).build();
        });
  }

  private Response ofJson(String source, IngestHeaders headers, InputStream body)
      throws IOException {
    headers.check();
    return intake.readingWhole(
        body,
        headers.bodyEncoding(),
        payload -> {
          OtlpLogs logs = read(() -> OtlpLogs.ofJson(payload.bytes()));
          keep(source, payload, logs);
          Map<String, Object> partial =
              logs.rejected() == 0
                  ? Map.of()
                  : Map.of("rejectedLogRecords", logs.rejected(), "errorMessage", NO_RECORDS);
          return Response.ok(Map.of("partialSuccess", partial)).build();
        });
  }

  private static OtlpLogs read(Supplier<OtlpLogs> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private void keep(String source, Payload request, OtlpLogs logs) {
    if (logs.records().isEmpty()) {
      return;
    }
    String key = "otlp/" + HexFormat.of().formatHex(Sha256.of(request.bytes()));
    EventOrigin origin = new EventOrigin(caller.sensor().tenant(), source, key, 0);
    intake.keep(origin, key, FORMAT, logs.records());
  }
}
