package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings one JSON object to flat fields. Nulls, empty arrays and empty objects leave no trace; a
 * name that comes twice has both values, so that a sender cannot hide one behind the other.
 */
final class Flattener {
  private static final String NAMED_TEXTS = "EventData.Data";
  private static final List<String> NAMES =
      List.of(".@Name", ".#attributes.Name", ".@attributes.Name");
  private static final String TEXT = ".#text";

  private final JsonParser parser;
  private final DecodeLimits limits;
  private final FieldPaths paths;
  private final boolean mendText;
  private final Map<String, Object> fields = new LinkedHashMap<>(64);
  private boolean hasSeveral;
  private int values;

  /**
   * @param parser at the object's start
   * @param paths those of the records before
   * @param mendText whether texts may hold what cannot be stored
   */
  Flattener(JsonParser parser, DecodeLimits limits, FieldPaths paths, boolean mendText) {
    this.parser = parser;
    this.limits = limits;
    this.paths = paths;
    this.mendText = mendText;
  }

  NativeRecord flatten() throws IOException, RefusedRecordException {
    object(paths.root(), 1);
    if (hasSeveral) {
      fields.replaceAll(
          (name, value) -> value instanceof ArrayList<?> list ? List.copyOf(list) : value);
    }
    return new NativeRecord(fields);
  }

  private void object(FieldPaths.Path parent, int depth)
      throws IOException, RefusedRecordException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      FieldPaths.Path path = path(parent, parser.currentName());
      value(path, parser.nextToken(), depth);
    }
  }

  private void array(FieldPaths.Path path, int depth) throws IOException, RefusedRecordException {
    boolean named = path.name().endsWith(NAMED_TEXTS);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      value(path, token, depth);
      if (named) {
        completeText(path.name());
      }
    }
  }

  /**
   * Windows names its texts, {@code {"@Name": "Image", "#text": ...}}: one without a text has an
   * empty one, or those behind it would stand beside the wrong names.
   */
  private void completeText(String path) throws RefusedRecordException {
    for (String name : NAMES) {
      int names = count(path + name);
      while (count(path + TEXT) < names) {
        add(path + TEXT, "");
      }
    }
  }

  private int count(String path) {
    Object value = fields.get(path);
    return value instanceof List<?> list ? list.size() : value == null ? 0 : 1;
  }

  private void value(FieldPaths.Path path, JsonToken token, int depth)
      throws IOException, RefusedRecordException {
    switch (token) {
      case START_OBJECT -> object(path, deeper(depth));
      case START_ARRAY -> array(path, deeper(depth));
      case VALUE_STRING -> add(path.name(), text(parser.getText()));
      case VALUE_NUMBER_INT -> add(path.name(), integer());
      case VALUE_NUMBER_FLOAT -> add(path.name(), fraction());
      case VALUE_TRUE -> add(path.name(), Boolean.TRUE);
      case VALUE_FALSE -> add(path.name(), Boolean.FALSE);
      default -> {
        // null says nothing
      }
    }
  }

  private Object integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getText()
        : (Object) parser.getLongValue();
  }

  private Object fraction() throws IOException {
    double value = parser.getDoubleValue();
    return Double.isInfinite(value) ? parser.getText() : (Object) value;
  }

  @SuppressWarnings("unchecked")
  private void add(String path, Object value) throws RefusedRecordException {
    if (++values > limits.values()) {
      throw RefusedRecordException.tooMany("values", limits.values());
    }
    Object before = fields.putIfAbsent(path, value);
    if (before == null) {
      if (fields.size() > limits.fields()) {
        throw RefusedRecordException.tooMany("fields", limits.fields());
      }
    } else if (before instanceof List<?> list) {
      ((List<Object>) list).add(value);
    } else {
      hasSeveral = true;
      List<Object> several = new ArrayList<>(4);
      several.add(before);
      several.add(value);
      fields.put(path, several);
    }
  }

  private FieldPaths.Path path(FieldPaths.Path parent, String sent) throws RefusedRecordException {
    FieldPaths.Path known = parent.known(sent);
    if (known != null) {
      return known;
    }
    String own = sent.isEmpty() ? "_" : text(sent);
    String name = parent.name().isEmpty() ? own : parent.name() + '.' + own;
    if (name.length() > limits.nameLength()) {
      throw RefusedRecordException.nameTooLong(name, limits.nameLength());
    }
    return paths.child(parent, sent, name);
  }

  private int deeper(int depth) throws RefusedRecordException {
    if (depth >= limits.depth()) {
      throw new RefusedRecordException(
          "json.too-deep",
          "Objects and arrays nest deeper than "
              + limits.depth()
              + " levels at column "
              + parser.currentTokenLocation().getColumnNr()
              + "; send the event flatter");
    }
    return depth + 1;
  }

  private String text(String text) {
    return mendText ? StorableText.mend(text) : text;
  }
}
