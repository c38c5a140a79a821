package io.eventsec.app.ingest;

import io.eventsec.app.http.BodyLimit;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.SensorEndpoint;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.JournalReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/**
 * What shippers ask of Elasticsearch, as far as they need it to send events. Documents are
 * journalled like any other batch and decoded from there; nothing else of Elasticsearch is here.
 */
@Path("/elastic")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, ElasticResource.VENDOR_JSON})
@SecurityRequirement(name = "sensor")
public class ElasticResource {
  /** How Elastic's own clients call JSON, with the version they speak behind it. */
  static final String VENDOR_JSON = "application/vnd.elasticsearch+json";

  private static final String VENDOR_BULK = "application/vnd.elasticsearch+x-ndjson";
  private static final String PRODUCT = "X-Elastic-Product";
  private static final String BULK = "application/x-ndjson";

  private static final String CLUSTER = "eventsec";

  /** Of the protocol that is spoken here; shippers refuse versions older than themselves. */
  private static final String VERSION = "8.19.0";

  private static final Set<String> NAMED =
      Set.of("_index_template", "_template", "_component_template", "_data_stream", "_alias");

  @Inject Intake intake;
  @Inject Caller caller;
  @Inject ElasticHealth.Source health;

  /** Who is there. */
  @GET
  @SensorEndpoint
  @Operation(operationId = "elasticRoot", summary = "The version of Elasticsearch's protocol")
  public Response root() {
    return answer(
        Map.of(
            "name", CLUSTER,
            "cluster_name", CLUSTER,
            "cluster_uuid", CLUSTER,
            "version", Map.of("number", VERSION, "build_flavor", "default"),
            "tagline", "EVENTSEC takes events in by Elasticsearch's bulk call"));
  }

  /** What shippers want to see before they send. */
  @GET
  @Path("/_license")
  @SensorEndpoint
  @Operation(operationId = "elasticLicense", summary = "The licence shippers ask for: basic")
  public Response license() {
    return answer(
        Map.of("license", Map.of("status", "active", "type", "basic", "uid", "eventsec")));
  }

  /** How this node is, for those who look before they send. */
  @GET
  @Path("/_cluster/health")
  @SensorEndpoint
  @Operation(
      operationId = "elasticHealth",
      summary = "Whether events are taken in",
      description =
          "`green` if this node is well, `yellow` if it takes events in and something else is"
              + " amiss, `red` if it takes none.")
  public Response health() {
    return answer(
        Map.of("cluster_name", CLUSTER, "status", health.now().wireName(), "timed_out", false));
  }

  /** Whether an index is there. */
  @GET
  @Path("/{index}")
  @SensorEndpoint
  @Operation(
      operationId = "elasticIndex",
      summary = "Whether an index or alias is there: yes, for none has to be made")
  public Response hasIndex(@PathParam("index") String index) {
    if (index.startsWith("_")) {
      throw notHere(index);
    }
    return answer(Map.of());
  }

  /** Whether what is asked of the cluster by name is there. */
  @GET
  @Path("/{kind}/{name}")
  @SensorEndpoint
  @Operation(
      operationId = "elasticNamed",
      summary = "Whether a template, data stream or alias is there: yes, for none is needed",
      description =
          "The kind is `_index_template`, `_template`, `_component_template`, `_data_stream` or"
              + " `_alias`.")
  public Response hasNamed(@PathParam("kind") String kind, @PathParam("name") String name) {
    if (!NAMED.contains(kind)) {
      throw notHere(kind);
    }
    return answer(Map.of());
  }

  /** Whether a pipeline is there. */
  @GET
  @Path("/_ingest/pipeline/{name}")
  @SensorEndpoint
  @Operation(
      operationId = "elasticPipeline",
      summary = "Whether a pipeline is there: yes, for none is needed")
  public Response hasPipeline(@PathParam("name") String name) {
    return answer(Map.of());
  }

  /** Whether a policy of lifecycles is there. */
  @GET
  @Path("/_ilm/policy/{name}")
  @SensorEndpoint
  @Operation(
      operationId = "elasticPolicy",
      summary = "Whether a policy of lifecycles is there: yes, for none is needed")
  public Response hasPolicy(@PathParam("name") String name) {
    return answer(Map.of());
  }

  /** Takes documents in. */
  @POST
  @Path("/_bulk")
  @Consumes({BULK, VENDOR_BULK, MediaType.APPLICATION_JSON, VENDOR_JSON})
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(
      operationId = "elasticBulk",
      summary = "Store the documents of Elasticsearch's bulk call as raw events",
      description =
          "The index, without a date behind it, is the source. Answered when all are on disk. A bulk"
              + " whose documents all have an _id is the same batch however often it is sent.")
  public Response bulk(@BeanParam IngestHeaders headers, InputStream body) throws IOException {
    return take("", headers, body);
  }

  /** The same. */
  @PUT
  @Path("/_bulk")
  @Consumes({BULK, VENDOR_BULK, MediaType.APPLICATION_JSON, VENDOR_JSON})
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(operationId = "elasticBulkPut", summary = "As POST")
  public Response bulkPut(@BeanParam IngestHeaders headers, InputStream body) throws IOException {
    return take("", headers, body);
  }

  /** Takes documents of one index in. */
  @POST
  @Path("/{index}/_bulk")
  @Consumes({BULK, VENDOR_BULK, MediaType.APPLICATION_JSON, VENDOR_JSON})
  @BodyLimit(BodyLimit.OWN)
  @SensorEndpoint
  @Operation(
      operationId = "elasticBulkOfIndex",
      summary = "Store the documents of a bulk call whose lines name no index")
  public Response bulkOf(
      @PathParam("index") String index, @BeanParam IngestHeaders headers, InputStream body)
      throws IOException {
    return take(index, headers, body);
  }

  private Response take(String index, IngestHeaders headers, InputStream body) throws IOException {
    headers.check();
    Tenant tenant = caller.sensor().tenant();
    long start = System.nanoTime();
    return intake.reading(
        body,
        headers.bodyEncoding(),
        payload -> {
          BulkBody bulk = BulkBody.of(payload.bytes(), index);
          Map<String, Kept> kept = new LinkedHashMap<>();
          bulk.documents()
              .forEach((source, documents) -> kept.put(source, keep(tenant, source, documents)));
          long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
          return answer(answer(bulk, kept, took));
        });
  }

  private record Kept(EventOrigin origin, JournalReceipt receipt) {}

  /** With ids of the sender's the batch is the same however often it is sent. */
  private Kept keep(Tenant tenant, String source, BulkDocuments documents) {
    String key = "bulk/" + documents.fingerprint().orElseGet(() -> UUID.randomUUID().toString());
    EventOrigin origin = new EventOrigin(tenant, source, key, 0);
    return new Kept(origin, intake.keep(origin, key, RawBatch.AUTO, documents.payload()));
  }

  private static BulkAnswer answer(BulkBody bulk, Map<String, Kept> kept, long took) {
    List<Map<String, BulkAnswer.Item>> items = new ArrayList<>();
    boolean errors = false;
    for (BulkItem item : bulk.items()) {
      BulkAnswer.Item answer =
          item.source()
              .map(kept::get)
              .map(batch -> stored(item, batch))
              .orElseGet(() -> refused(item));
      errors |= answer.error() != null;
      items.add(Map.of(item.operation(), answer));
    }
    return new BulkAnswer(took, errors, items);
  }

  private static BulkAnswer.Item stored(BulkItem item, Kept batch) {
    boolean duplicate = batch.receipt().duplicate();
    String id = EventId.of(batch.origin(), item.ordinal()).value();
    return new BulkAnswer.Item(
        item.index(), id, duplicate ? "noop" : "created", duplicate ? 200 : 201, null);
  }

  private static BulkAnswer.Item refused(BulkItem item) {
    return new BulkAnswer.Item(
        item.index(),
        item.id().orElse(null),
        null,
        400,
        new BulkAnswer.Failure(
            "illegal_argument_exception",
            "Events are neither changed nor deleted; send create or index"));
  }

  private static ProblemException notHere(String call) {
    return new ProblemException(
        ProblemKind.NOT_FOUND,
        "'" + call + "' is no call of Elasticsearch that is answered here: send to _bulk.");
  }

  private static Response answer(Object entity) {
    return Response.ok(entity).header(PRODUCT, "Elasticsearch").build();
  }
}
