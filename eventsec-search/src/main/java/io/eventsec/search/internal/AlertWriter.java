package io.eventsec.search.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.AlertIndex.Refusal;
import io.eventsec.core.spi.OutboxEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores the copies of alerts. */
public final class AlertWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamWriter writer;

  /**
   * A writer.
   *
   * @param templates puts the templates in place; called when they are missing
   */
  public AlertWriter(Rest rest, BulkLimits limits, Runnable templates) {
    this.writer = new StreamWriter(rest, new BulkWriter(rest, limits, Pause.SLEEP), templates);
  }

  private record Copy(OutboxEntry entry, Tenant tenant, ObjectNode document) {}

  // When an alert was first copied is not told, so every older index is looked into.
  private static final StreamWriter.Form<Copy> FORM =
      new StreamWriter.Form<>(
          copy -> copy.entry().key(), copy -> Instant.EPOCH, copy -> out -> fields(out, copy));

  /**
   * Stores alerts.
   *
   * @return those that were refused for good
   * @throws io.eventsec.core.spi.StoreUnavailableException if they cannot be stored now
   */
  public List<Refusal> write(List<OutboxEntry> entries) {
    List<Refusal> refusals = new ArrayList<>(0);
    Map<Tenant, List<Copy>> byTenant = new LinkedHashMap<>();
    for (OutboxEntry entry : entries) {
      try {
        Copy copy = copy(entry);
        byTenant.computeIfAbsent(copy.tenant(), tenant -> new ArrayList<>()).add(copy);
      } catch (IllegalArgumentException e) {
        refusals.add(new Refusal(entry, String.valueOf(e.getMessage())));
      }
    }
    byTenant.forEach((tenant, copies) -> write(Names.alerts(tenant), copies, refusals));
    return refusals;
  }

  private void write(String stream, List<Copy> copies, List<Refusal> refusals) {
    List<BulkItem> items = writer.write(stream, copies, FORM);
    for (int i = 0; i < items.size(); i++) {
      BulkItem item = items.get(i);
      if (!item.stored() && !item.duplicate()) {
        String reason = "HTTP " + item.status() + " " + item.errorType() + ": " + item.reason();
        refusals.add(new Refusal(copies.get(i).entry(), reason));
      }
    }
  }

  private static Copy copy(OutboxEntry entry) {
    AlertId id = new AlertId(entry.key());
    JsonNode document = parsed(entry);
    if (!(document instanceof ObjectNode object)) {
      throw new IllegalArgumentException("The payload of alert " + id + " is not a JSON object");
    }
    if (!object.path("@timestamp").isTextual()) {
      throw new IllegalArgumentException(
          "The payload of alert " + id + " has no @timestamp, which a data stream needs");
    }
    Tenant tenant = new Tenant(entry.tenant());
    // Whatever the payload says: an alert is its tenant's.
    object.withObjectProperty("eventsec").put("tenant", tenant.id());
    return new Copy(entry, tenant, object);
  }

  private static JsonNode parsed(OutboxEntry entry) {
    try {
      // Again, without the half characters that escapes may hide: UTF-8 has none.
      return JSON.readTree(Text.wellFormed(JSON.readTree(entry.payload()).toString()));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The payload of alert " + entry.key() + " is not JSON: " + e.getMessage(), e);
    }
  }

  private static void fields(com.fasterxml.jackson.core.JsonGenerator out, Copy copy)
      throws IOException {
    for (Map.Entry<String, JsonNode> field : copy.document().properties()) {
      out.writeFieldName(field.getKey());
      JSON.writeTree(out, field.getValue());
    }
  }
}
