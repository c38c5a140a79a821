package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.spi.StoreUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the answer to a bulk request as it streams by: it has a line for each document. */
final class BulkAnswer {
  /** What the answer is asked to consist of. */
  static final String FILTER =
      "errors,items.*.status,items.*.error.type,items.*.error.reason,"
          + "items.*.error.caused_by.reason";

  private static final JsonFactory JSON = new JsonFactory();

  private BulkAnswer() {}

  /**
   * The items in the order of the request.
   *
   * @throws StoreUnavailableException if it does not have an item for each document
   */
  static List<BulkItem> items(byte[] body, int documents) {
    List<BulkItem> items = new ArrayList<>(documents);
    try (JsonParser in = JSON.createParser(body)) {
      while (in.nextToken() != null) {
        if (in.currentToken() == JsonToken.FIELD_NAME && in.currentName().equals("items")) {
          readItems(in, items);
        }
      }
    } catch (IOException e) {
      throw new StoreUnavailableException("The answer to a bulk request is no JSON", e);
    }
    if (items.size() != documents) {
      throw new StoreUnavailableException(
          "The answer to a bulk request of "
              + documents
              + " documents has "
              + items.size()
              + " items; something else than OpenSearch may have answered");
    }
    return items;
  }

  private static void readItems(JsonParser in, List<BulkItem> items) throws IOException {
    in.nextToken();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      in.nextToken();
      in.nextToken();
      items.add(item(in));
      in.nextToken();
    }
  }

  private static BulkItem item(JsonParser in) throws IOException {
    int status = 0;
    String[] error = {"", ""};
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (name.equals("status")) {
        status = in.getIntValue();
      } else {
        readError(in, error);
      }
    }
    return status == 201 ? BulkItem.STORED : new BulkItem(status, error[0], error[1]);
  }

  private static void readError(JsonParser in, String[] error) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (name.equals("type")) {
        error[0] = in.getValueAsString("");
      } else if (name.equals("reason")) {
        error[1] += in.getValueAsString("");
      } else {
        String[] cause = {"", ""};
        readError(in, cause);
        error[1] += cause[1].isEmpty() ? "" : " (" + cause[1] + ")";
      }
    }
  }
}
