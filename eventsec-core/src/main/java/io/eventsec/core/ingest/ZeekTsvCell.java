package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.regex.Pattern;

/** Writes the cells of one line as members of a JSON object, by the types of their columns. */
final class ZeekTsvCell {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?");

  private final JsonGenerator json;
  private final ZeekTsvHeader header;

  ZeekTsvCell(JsonGenerator json, ZeekTsvHeader header) {
    this.json = json;
    this.header = header;
  }

  void write(int column, String cell) throws IOException {
    if (header.isUnset(cell)) {
      return;
    }
    json.writeFieldName(header.name(column));
    String type = header.type(column);
    int bracket = type.indexOf('[');
    if (bracket > 0 && type.endsWith("]")) {
      several(type.substring(bracket + 1, type.length() - 1), cell);
    } else {
      scalar(type, cell);
    }
  }

  private void several(String type, String cell) throws IOException {
    json.writeStartArray();
    if (!header.isEmpty(cell)) {
      for (String element : header.elements(cell)) {
        if (header.isUnset(element)) {
          json.writeNull();
        } else {
          scalar(type, element);
        }
      }
    }
    json.writeEndArray();
  }

  private void scalar(String type, String cell) throws IOException {
    switch (type) {
      case "time", "interval", "double", "count", "int", "port" -> number(cell);
      case "bool" -> truth(cell);
      default -> json.writeString(header.isEmpty(cell) ? "" : ZeekTsvText.decoded(cell));
    }
  }

  private void number(String cell) throws IOException {
    if (NUMBER.matcher(cell).matches()) {
      json.writeNumber(cell);
    } else {
      json.writeString(ZeekTsvText.decoded(cell));
    }
  }

  private void truth(String cell) throws IOException {
    if (cell.equals("T") || cell.equals("F")) {
      json.writeBoolean(cell.equals("T"));
    } else {
      json.writeString(ZeekTsvText.decoded(cell));
    }
  }
}
