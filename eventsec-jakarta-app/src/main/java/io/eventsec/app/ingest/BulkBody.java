package io.eventsec.app.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.ingest.NdJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of Elasticsearch's bulk call: a line that says what to do, and behind it the document
 * that it is to be done with. Documents are collected by the source they are for.
 */
final class BulkBody {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
  private static final Set<String> STORING = Set.of("create", "index");
  private static final Pattern DATE = Pattern.compile("[-.]\\d{4}[.-]\\d{2}[.-]\\d{2}(-\\d+)?$");
  private static final int LONGEST_SOURCE = 64;

  private final Map<String, BulkDocuments> documents = new LinkedHashMap<>();
  private final List<BulkItem> items = new ArrayList<>();
  private Optional<Action> pending = Optional.empty();

  private BulkBody() {}

  private record Action(String operation, String index, Optional<String> id) {}

  /**
   * Reads it.
   *
   * @param index the index that holds where a line names none; may be empty
   * @throws UnreadableBatchException if a line that should say what to do does not
   */
  static BulkBody of(byte[] body, String index) {
    BulkBody bulk = new BulkBody();
    NdJson.each(body, (line, offset, length) -> bulk.line(body, offset, length, index));
    if (bulk.pending.isPresent()) {
      throw new UnreadableBatchException("The last line says what to do and no document follows.");
    }
    return bulk;
  }

  /** What is to become of each document, in the order of the body. */
  List<BulkItem> items() {
    return items;
  }

  /** The documents to keep, by source. */
  Map<String, BulkDocuments> documents() {
    return documents;
  }

  private void line(byte[] body, int offset, int length, String index) {
    if (pending.isPresent()) {
      document(pending.get(), body, offset, length);
      pending = Optional.empty();
      return;
    }
    Action action = action(body, offset, length, index);
    if (action.operation().equals("delete")) {
      items.add(BulkItem.refused(action.operation(), action.index(), action.id()));
    } else {
      pending = Optional.of(action);
    }
  }

  private void document(Action action, byte[] body, int offset, int length) {
    if (!STORING.contains(action.operation())) {
      items.add(BulkItem.refused(action.operation(), action.index(), action.id()));
      return;
    }
    String source = source(action.index());
    int ordinal =
        documents
            .computeIfAbsent(source, name -> new BulkDocuments())
            .add(action.id(), body, offset, length);
    items.add(
        new BulkItem(
            action.operation(), action.index(), action.id(), Optional.of(source), ordinal));
  }

  /** Without the day that some shippers put behind a name, which would be a new source each day. */
  private static String source(String index) {
    String plain =
        DATE.matcher(index.toLowerCase(Locale.ROOT)).replaceAll("").replaceAll("[^a-z0-9._-]", "-");
    String name = plain.replaceAll("^[^a-z0-9]+", "");
    String usable = name.isEmpty() ? "bulk" : name;
    return usable.length() <= LONGEST_SOURCE ? usable : usable.substring(0, LONGEST_SOURCE);
  }

  private static Action action(byte[] body, int offset, int length, String index) {
    try (JsonParser parser = JSON.createParser(body, offset, length)) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.FIELD_NAME) {
        String operation = parser.currentName();
        if (Set.of("create", "index", "update", "delete").contains(operation)
            && parser.nextToken() == JsonToken.START_OBJECT) {
          return action(operation, parser, index);
        }
      }
    } catch (IOException e) {
      throw notAnAction(body, offset, length);
    }
    throw notAnAction(body, offset, length);
  }

  private static Action action(String operation, JsonParser parser, String index)
      throws IOException {
    String target = index;
    Optional<String> id = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("_index")) {
        target = parser.getValueAsString(index);
      } else if (name.equals("_id")) {
        id = Optional.ofNullable(parser.getValueAsString());
      } else {
        parser.skipChildren();
      }
    }
    return new Action(operation, target, id);
  }

  private static UnreadableBatchException notAnAction(byte[] body, int offset, int length) {
    String shown = new String(body, offset, Math.min(length, 80), StandardCharsets.UTF_8);
    return new UnreadableBatchException(
        "The line '"
            + shown
            + "' says none of create and index; send {\"create\":{\"_index\":\"...\"}} before each"
            + " document.");
  }
}
