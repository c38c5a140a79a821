package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.inventory.AssetMergeRequest;
import io.eventsec.persistence.inventory.AssetQuery;
import io.eventsec.persistence.inventory.AssetRecord;
import io.eventsec.persistence.inventory.ComponentChangeQuery;
import io.eventsec.persistence.inventory.ComponentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The assets: who they are, what people say of them, what is and was installed on them. */
@Path("/inventory/assets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class AssetResource {
  @Inject InventoryService inventory;
  @Inject Caller caller;

  /** A page of assets. */
  @GET
  @RequiresPermission(Permission.INVENTORY_READ)
  @Operation(operationId = "listAssets", summary = "Assets, by host name")
  public Page<AssetJson> list(@BeanParam AssetParameters parameters) {
    AssetQuery query = parameters.query(caller.tenant());
    return parameters.page(() -> inventory.page(query), AssetJson::of);
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.INVENTORY_READ)
  @Operation(
      operationId = "getAsset",
      summary = "An asset",
      description = "The id of an asset that was merged leads to the one that it is part of.")
  @APIResponse(
      responseCode = "200",
      description = "The asset",
      content = @Content(schema = @Schema(implementation = AssetJson.class)))
  public Response get(@PathParam("id") String id) {
    return response(inventory.find(caller.tenant(), id(id)));
  }

  /** Changes what people say of one. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.INVENTORY_WRITE)
  @Operation(
      operationId = "describeAsset",
      summary = "Say how critical an asset is, what it is for, and who answers for it",
      description =
          "What is left out stays as it is. The criticality counts in the risk of its"
              + " vulnerabilities, which are judged again.")
  @APIResponse(
      responseCode = "200",
      description = "The asset as it is now",
      content = @Content(schema = @Schema(implementation = AssetJson.class)))
  public Response describe(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      AssetDescriptionJson.@Nullable Request body) {
    UUID asset = id(id);
    int revision = IfMatch.revision(ifMatch);
    AssetRecord before = inventory.find(caller.tenant(), asset).orElseThrow(AssetResource::missing);
    return response(
        Optional.of(inventory.describe(AssetDescriptionJson.read(before, revision, body))));
  }

  /** What has become part of one. */
  @GET
  @Path("/{id}/merges")
  @RequiresPermission(Permission.INVENTORY_READ)
  @Operation(
      operationId = "listAssetMerges",
      summary = "Assets that turned out to be this one, the latest first; at most 100")
  public List<AssetMergeJson> merges(@PathParam("id") String id) {
    return inventory.merges(caller.tenant(), id(id)).orElseThrow(AssetResource::missing).stream()
        .map(AssetMergeJson::of)
        .toList();
  }

  /** What would become of another as a part of one. */
  @GET
  @Path("/{id}/merges/preview")
  @RequiresPermission(Permission.INVENTORY_WRITE)
  @Operation(
      operationId = "previewAssetMerge",
      summary = "What would become of two assets, if they were one; nothing is changed")
  public AssetMergeJson.PreviewJson previewMerge(
      @PathParam("id") String id,
      @QueryParam("asset") @Parameter(description = "the other, by id", required = true)
          @Nullable String other) {
    return AssetMergeJson.PreviewJson.of(
        inventory
            .previewMerge(caller.tenant(), id(id), other(other))
            .orElseThrow(AssetResource::missing));
  }

  /** Makes another a part of one. */
  @POST
  @Path("/{id}/merges")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permission.INVENTORY_WRITE)
  @Operation(
      operationId = "mergeAssets",
      summary = "Say that another asset is the same machine",
      description =
          "Its past, findings, addresses and incidents become this one's, its agent and cloud lead"
              + " here. The newer snapshot of both is in force. It cannot be undone.")
  @APIResponse(
      responseCode = "200",
      description = "The asset as it is now",
      content = @Content(schema = @Schema(implementation = AssetJson.class)))
  public Response merge(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      AssetMergeJson.@Nullable Request body) {
    UUID survivor = id(id);
    int revision = IfMatch.revision(ifMatch);
    UUID other = other(body == null ? null : body.asset());
    UserAccount user = caller.session().user();
    return response(
        Optional.of(
            inventory.merge(
                new AssetMergeRequest(user.tenant(), survivor, revision, other, user.id()))));
  }

  private static UUID other(@Nullable String given) {
    return Values.uuid("asset", given)
        .orElseThrow(
            () -> Values.invalid("asset", "", "is missing", "Name the other asset by its id."));
  }

  /** What is or was installed on one. */
  @GET
  @Path("/{id}/components")
  @RequiresPermission(Permission.INVENTORY_READ)
  @Operation(
      operationId = "listComponents",
      summary = "What is installed on an asset, now or as of a moment, by name")
  public Page<ComponentJson> components(
      @PathParam("id") String id, @BeanParam ComponentParameters parameters) {
    ComponentQuery query = parameters.query(caller.tenant(), id(id));
    return parameters.page(
        () -> inventory.components(query).orElseThrow(AssetResource::missing), ComponentJson::of);
  }

  /** What is different on one between two moments. */
  @GET
  @Path("/{id}/changes")
  @RequiresPermission(Permission.INVENTORY_READ)
  @Operation(
      operationId = "listComponentChanges",
      summary = "What was installed, upgraded and removed on an asset between two moments, by name")
  public ComponentChangeJson.ComponentChangeListing changes(
      @PathParam("id") String id, @BeanParam ComponentChangeParameters parameters) {
    ComponentChangeQuery query = parameters.query(caller.tenant(), id(id));
    Page<ComponentChangeJson> page =
        parameters.page(
            () -> inventory.changes(query).orElseThrow(AssetResource::missing),
            ComponentChangeJson::of);
    Optional<ComponentChangeJson.Totals> totals =
        query.cursor().isPresent()
            ? Optional.empty()
            : inventory.changeTotals(query).map(ComponentChangeJson.Totals::of);
    return new ComponentChangeJson.ComponentChangeListing(page.items(), page.nextCursor(), totals);
  }

  private static Response response(Optional<AssetRecord> found) {
    AssetRecord asset = found.orElseThrow(AssetResource::missing);
    return Response.ok(AssetJson.of(asset)).tag(Integer.toString(asset.revision())).build();
  }

  private static UUID id(String id) {
    return Values.uuid(id).orElseThrow(AssetResource::missing);
  }

  static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no asset of that id.");
  }
}
