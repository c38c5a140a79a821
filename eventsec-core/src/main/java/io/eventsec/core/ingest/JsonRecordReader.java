package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Takes JSON that holds many records apart, one by one: arrays, objects that hold one ({@code
 * {"Records": [...]}} of AWS, {@code {"records": [...]}} of Azure), what CloudWatch sends to those
 * who subscribe to its logs, and objects, each a record, behind one another. Not thread-safe.
 */
public final class JsonRecordReader {
  /** The first names of objects that hold an array of records. */
  private static final Set<String> LISTS = Set.of("Records", "records");

  /** The first name in what CloudWatch sends, and that of its records. */
  private static final String CLOUD_WATCH = "messageType";

  private static final Set<String> CLOUD_WATCH_TYPES = Set.of("DATA_MESSAGE", "CONTROL_MESSAGE");
  private static final String CLOUD_WATCH_RECORDS = "logEvents";

  private final JsonParser parser;
  private long line;
  private boolean inArray;
  private boolean inObject;
  private Map<String, String> shared = Map.of();

  /**
   * Reads from a parser that stands before its first token.
   *
   * @param parser which its owner closes
   */
  public JsonRecordReader(JsonParser parser) {
    this.parser = parser;
  }

  /** True if an object that starts with this name holds an array of records. */
  static boolean holds(String firstName) {
    return LISTS.contains(firstName) || firstName.equals(CLOUD_WATCH);
  }

  /**
   * Writes the next record.
   *
   * @return false at the end, when nothing was written
   * @throws IOException saying where and why, if the text is no JSON or holds more than records
   */
  public boolean next(JsonGenerator out) throws IOException {
    while (true) {
      JsonToken token = parser.nextToken();
      line = token == null ? line : parser.currentTokenLocation().getLineNr();
      if (inArray) {
        if (token == null) {
          throw broken("The JSON array has no end");
        }
        if (token != JsonToken.END_ARRAY) {
          element(out);
          return true;
        }
        endArray();
      } else if (token == null) {
        return false;
      } else if (token == JsonToken.START_ARRAY) {
        inArray = true;
      } else if (token != JsonToken.START_OBJECT) {
        throw broken("The JSON is neither an array of records nor an object with Records");
      } else if (object(out)) {
        return true;
      }
    }
  }

  /** The line that the last record begins in, from 1. */
  public long line() {
    return line;
  }

  private void element(JsonGenerator out) throws IOException {
    if (shared.isEmpty() || parser.currentToken() != JsonToken.START_OBJECT) {
      out.copyCurrentStructureExact(parser);
      return;
    }
    out.writeStartObject();
    for (Map.Entry<String, String> field : shared.entrySet()) {
      out.writeStringField(field.getKey(), field.getValue());
    }
    parser.nextToken();
    rest(out);
  }

  private void endArray() throws IOException {
    if (inObject && parser.nextToken() != JsonToken.END_OBJECT) {
      throw broken("The object with Records holds more than them; send the records as an array");
    }
    inArray = false;
    inObject = false;
    shared = Map.of();
  }

  /** True if the object is a record itself, which was written. */
  private boolean object(JsonGenerator out) throws IOException {
    String first = parser.nextToken() == JsonToken.FIELD_NAME ? parser.currentName() : "";
    if (first.equals(CLOUD_WATCH)) {
      return cloudWatch(out);
    }
    if (!LISTS.contains(first)) {
      out.writeStartObject();
      rest(out);
      return true;
    }
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw broken("The object's " + first + " are no array of records");
    }
    inArray = true;
    inObject = true;
    return false;
  }

  /** Another program's record may have a type of message too. */
  private boolean cloudWatch(JsonGenerator out) throws IOException {
    boolean isOne =
        parser.nextToken() == JsonToken.VALUE_STRING
            && CLOUD_WATCH_TYPES.contains(parser.getText());
    if (isOne) {
      return cloudWatchRecords(out);
    }
    out.writeStartObject();
    out.writeFieldName(CLOUD_WATCH);
    out.copyCurrentStructureExact(parser);
    parser.nextToken();
    rest(out);
    return true;
  }

  /** What stands before the records is said of each of them; without records it is one itself. */
  private boolean cloudWatchRecords(JsonGenerator out) throws IOException {
    Map<String, String> said = new LinkedHashMap<>();
    said.put(CLOUD_WATCH, parser.getText());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(CLOUD_WATCH_RECORDS) && value == JsonToken.START_ARRAY) {
        shared = said;
        inArray = true;
        inObject = true;
        return false;
      }
      if (value.isScalarValue()) {
        said.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    out.writeStartObject();
    for (Map.Entry<String, String> field : said.entrySet()) {
      out.writeStringField(field.getKey(), field.getValue());
    }
    out.writeEndObject();
    return true;
  }

  private JsonParseException broken(String what) {
    return new JsonParseException(parser, what);
  }

  /** The fields of an object from the one that the parser stands at. */
  private void rest(JsonGenerator out) throws IOException {
    while (parser.currentToken() == JsonToken.FIELD_NAME) {
      out.copyCurrentStructureExact(parser);
      parser.nextToken();
    }
    out.writeEndObject();
  }
}
