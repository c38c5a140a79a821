package io.eventsec.app.api;

import io.eventsec.app.advisory.FindingUpdates;
import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import io.eventsec.persistence.vulnerability.AssetRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Takes in what is installed on assets. */
@Path("/inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class InventoryResource {
  private final SnapshotTurns turns = new SnapshotTurns();
  private final SnapshotReader reader = new SnapshotReader(JsonbBuilder.create());
  private final SbomReader sboms = new SbomReader();

  @Inject InventoryService inventory;
  @Inject FindingUpdates findings;
  @Inject Caller caller;

  /** Records all that is installed on an asset. */
  @POST
  @Path("/snapshots")
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(SnapshotTurns.MOST_BYTES)
  @RequiresPermission(Permission.INVENTORY_WRITE)
  @Operation(
      operationId = "recordSnapshot",
      summary = "Hand in all that is installed on an asset",
      description =
          "The newest by observedAt is in force; one that is as old or older changes nothing, and"
              + " the answer says so. At most 16 MiB and 100,000 components.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SnapshotJson.Request.class)))
  @APIResponse(
      responseCode = "200",
      description = "What became of it",
      content = @Content(schema = @Schema(implementation = SnapshotJson.Result.class)))
  @APIResponse(responseCode = "413", description = "It has more than 16 MiB")
  public SnapshotJson.Result record(InputStream body) throws IOException {
    return turns.read(
        body,
        bytes -> {
          Snapshot snapshot = reader.read(bytes, caller.tenant());
          return SnapshotJson.Result.of(record(snapshot), snapshot.takenAt());
        });
  }

  /** Records what a bill of materials says is installed on an asset. */
  @POST
  @Path("/sboms")
  @Consumes({SbomReader.CYCLONEDX_JSON, SbomReader.CYCLONEDX_XML, SbomReader.SPDX_JSON})
  @BodyLimit(SnapshotTurns.MOST_BYTES)
  @RequiresPermission(value = Permission.INVENTORY_WRITE, sensors = true)
  @SecurityRequirement(name = "session")
  @SecurityRequirement(name = "sensor")
  @Operation(
      operationId = "recordSbom",
      summary = "Hand in all that is installed on an asset, as CycloneDX or SPDX",
      description =
          "CycloneDX 1.4 to 1.7, SPDX 2.2, 2.3 and 3.0. The newest is in force, as of snapshots; its"
              + " time is observedAt, or what the document says. What cannot be taken in is told"
              + " under problems, and the rest is. At most 16 MiB and 100,000 components.")
  @RequestBody(
      content = {
        @Content(mediaType = SbomReader.CYCLONEDX_JSON),
        @Content(mediaType = SbomReader.CYCLONEDX_XML),
        @Content(mediaType = SbomReader.SPDX_JSON)
      })
  @APIResponse(
      responseCode = "200",
      description = "What became of it",
      content = @Content(schema = @Schema(implementation = SbomJson.class)))
  @APIResponse(responseCode = "413", description = "It has more than 16 MiB")
  public SbomJson recordSbom(
      @BeanParam SbomParameters parameters, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    return turns.read(
        body,
        bytes -> {
          SbomReader.Read read =
              sboms.read(bytes, headers.getMediaType(), caller.tenant(), parameters);
          return SbomJson.of(read, record(read.snapshot()));
        });
  }

  private SnapshotResult record(Snapshot snapshot) {
    try {
      SnapshotResult result = inventory.record(snapshot);
      if (result instanceof SnapshotResult.Recorded recorded) {
        findings.snapshotRecorded(
            new AssetRef(snapshot.tenant(), recorded.asset()), snapshot.components().size());
      }
      return result;
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("asset", snapshot.asset().hostname(), e);
    }
  }
}
