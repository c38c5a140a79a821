package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Values of an event's fields as JSON. */
final class Values {
  private Values() {}

  /** Writes a scalar or a list of scalars. */
  static void write(JsonGenerator out, Object value) throws IOException {
    if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        scalar(out, item);
      }
      out.writeEndArray();
    } else {
      scalar(out, value);
    }
  }

  private static void scalar(JsonGenerator out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(Text.wellFormed(text));
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeString(Text.wellFormed(String.valueOf(value)));
    }
  }

  /** True if it can be mapped as true or false. */
  static boolean isTruth(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().allMatch(Values::isTruth);
    }
    return value instanceof Boolean || "true".equals(value) || "false".equals(value);
  }
}
