package io.eventsec.app.api;

import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.format.UnreadableVexException;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.core.vuln.vex.format.VexReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Findings as VEX: what others state of them, and what is stated of them here. */
@Path("/vulnerabilities/vex")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class VexResource {
  private final SnapshotTurns turns = new SnapshotTurns();

  @Inject VexService vex;
  @Inject Caller caller;

  /** Applies a document. */
  @POST
  @Consumes({
    MediaType.APPLICATION_JSON,
    MediaType.APPLICATION_XML,
    SbomReader.CYCLONEDX_JSON,
    SbomReader.CYCLONEDX_XML
  })
  @BodyLimit(SnapshotTurns.MOST_BYTES)
  @RequiresPermission(Permission.VULNERABILITIES_WRITE)
  @Operation(
      operationId = "applyVex",
      summary = "Move findings as a document of VEX states",
      description =
          "OpenVEX 0.2.0, CycloneDX 1.4 to 1.7 (JSON or XML) or CSAF 2.0, told apart by their look. Not"
              + " affected makes a finding false_positive, fixed mitigated, under investigation"
              + " in_review, affected open. What cannot be moved stays, and the answer says why. At"
              + " most 16 MiB; 1,000 assets a call, after which next is to be sent as after.")
  @RequestBody(
      content = {
        @Content(mediaType = MediaType.APPLICATION_JSON),
        @Content(mediaType = MediaType.APPLICATION_XML),
        @Content(mediaType = SbomReader.CYCLONEDX_JSON),
        @Content(mediaType = SbomReader.CYCLONEDX_XML)
      })
  @APIResponse(
      responseCode = "200",
      description = "What became of it",
      content = @Content(schema = @Schema(implementation = VexJson.class)))
  @APIResponse(responseCode = "413", description = "It has more than 16 MiB")
  public VexJson apply(
      @QueryParam("after") @Parameter(description = "next of the answer before; none to begin")
          @Nullable String after,
      InputStream body)
      throws IOException {
    Optional<UUID> behind = Values.uuid("after", after);
    return turns.read(body, bytes -> vex.apply(caller.session().user(), read(bytes), behind));
  }

  private static VexDocument read(byte[] bytes) {
    try {
      return new VexReader().read(bytes);
    } catch (UnreadableVexException e) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST, Values.shown(String.valueOf(e.getMessage())) + '.');
    }
  }

  /** The findings as a document. */
  @GET
  @RequiresPermission(Permission.VULNERABILITIES_READ)
  @Operation(
      operationId = "exportVex",
      summary = "Findings that are not fixed, as a document of VEX",
      description =
          "As many as there are, filtered as their list is, each as it is when it is written; an answer that is no JSON has"
              + " broken off. CycloneDX and CSAF list at most 200,000 components. Findings whose"
              + " component has neither package URL nor CPE name are left out.")
  @APIResponse(
      responseCode = "200",
      description = "OpenVEX 0.2.0, CycloneDX 1.6 or CSAF 2.0",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public StreamingOutput export(
      @QueryParam("format")
          @Parameter(description = "openvex, cyclonedx or csaf; openvex unless said")
          @Nullable String format,
      @BeanParam FindingSelection selection) {
    VexFormat written =
        format == null || format.isEmpty()
            ? VexFormat.OPENVEX
            : Values.one(VexFormat.class, "format", format);
    return vex.export(caller.session().user(), selection.filter(Instant.now()), written);
  }
}
