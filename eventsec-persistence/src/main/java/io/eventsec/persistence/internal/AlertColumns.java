package io.eventsec.persistence.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.MatchedItem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The parts of an alert that are columns of JSON. */
public final class AlertColumns {
  private AlertColumns() {}

  /** The column {@code entities}: fit for jsonb, which holds no U+0000. */
  public static String entities(Entities entities) {
    return Json.write(
        json -> {
          json.writeStartObject();
          storable(json, "hosts", entities.hosts());
          storable(json, "users", entities.users());
          storable(json, "addresses", entities.addresses());
          json.writeEndObject();
        });
  }

  /** Reads {@link #entities(Entities)}. */
  public static Entities readEntities(String column) {
    return Json.read("alerts.entities", column, AlertColumns::entities);
  }

  /** The column {@code tags}: fit for jsonb. */
  public static String tags(List<String> tags) {
    return Json.write(
        json -> Json.writeStrings(json, tags.stream().map(StorableText::of).toList()));
  }

  /** Reads {@link #tags(List)}. */
  public static List<String> readTags(String column) {
    return Json.readArray("alerts.tags", column, JsonParser::getText);
  }

  /** The column {@code matched_items}, exact. */
  public static String matchedItems(List<MatchedItem> items) {
    return Json.write(
        json -> {
          json.writeStartArray();
          for (MatchedItem item : items) {
            matchedItem(json, item);
          }
          json.writeEndArray();
        });
  }

  /** Reads {@link #matchedItems(List)}. */
  public static List<MatchedItem> readMatchedItems(String column) {
    return Json.readArray("alerts.matched_items", column, AlertColumns::matchedItem);
  }

  /** The column {@code search_text}: what a free-text search looks through, in lower case. */
  public static String searchText(Alert alert) {
    StringBuilder text = new StringBuilder(alert.title()).append('\n').append(alert.source());
    alert.entities().hosts().forEach(host -> text.append('\n').append(host));
    alert.entities().users().forEach(user -> text.append('\n').append(user));
    alert.entities().addresses().forEach(address -> text.append('\n').append(address));
    return StorableText.of(text.toString().toLowerCase(Locale.ROOT));
  }

  private static void storable(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeFieldName(name);
    Json.writeStrings(json, values.stream().map(StorableText::of).toList());
  }

  private static Entities entities(JsonParser json) throws IOException {
    List<String> hosts = List.of();
    List<String> users = List.of();
    List<String> addresses = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      List<String> values = Json.readStrings(json);
      switch (name) {
        case "hosts" -> hosts = values;
        case "users" -> users = values;
        case "addresses" -> addresses = values;
        default -> throw new IOException("unknown name '" + name + "'");
      }
    }
    return new Entities(hosts, users, addresses);
  }

  private static void matchedItem(JsonGenerator json, MatchedItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("selection", item.selection());
    json.writeStringField("field", item.field());
    json.writeFieldName("modifiers");
    Json.writeStrings(json, item.modifiers());
    json.writeStringField("value", item.value());
    json.writeStringField("actual", item.actual());
    json.writeEndObject();
  }

  private static MatchedItem matchedItem(JsonParser json) throws IOException {
    String selection = "";
    String field = "";
    List<String> modifiers = List.of();
    String value = "";
    String actual = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "selection" -> selection = json.getText();
        case "field" -> field = json.getText();
        case "modifiers" -> modifiers = Json.readStrings(json);
        case "value" -> value = json.getText();
        case "actual" -> actual = json.getText();
        default -> throw new IOException("unknown name '" + name + "'");
      }
    }
    return new MatchedItem(selection, field, modifiers, value, actual);
  }
}
