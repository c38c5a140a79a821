package io.eventsec.app.ingest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a bulk call, in Elasticsearch's form.
 *
 * @param took milliseconds
 * @param errors true if one of the items was refused
 * @param items what became of each document, by operation
 */
public record BulkAnswer(long took, boolean errors, List<Map<String, Item>> items) {

  /**
   * What became of a document.
   *
   * @param index as the sender named it
   * @param id of the event
   * @param result created, or noop if it was there already
   * @param status 201, 200 or 400
   * @param error why it was refused
   */
  public record Item(
      @JsonbProperty("_index") String index,
      @JsonbProperty("_id") @Nullable String id,
      @Nullable String result,
      int status,
      @Nullable Failure error) {}

  /**
   * Why a document was refused.
   *
   * @param type a short name
   * @param reason a sentence
   */
  public record Failure(String type, String reason) {}
}
