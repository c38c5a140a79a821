package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes fields that come in the order of their paths as nested objects. */
final class NestedFields {
  private final JsonGenerator out;
  private @Nullable FieldPath last;

  NestedFields(JsonGenerator out) {
    this.out = out;
  }

  /** Writes the next field, opening and closing objects as its path asks for. */
  void write(FieldPath path, Object value) throws IOException {
    int open = last == null ? 0 : last.segments().length - 1;
    int shared = last == null ? 0 : Math.min(open, last.sharedWith(path));
    for (; open > shared; open--) {
      out.writeEndObject();
    }
    int leaf = path.segments().length - 1;
    for (; open < leaf; open++) {
      out.writeFieldName(path.segments()[open]);
      out.writeStartObject();
    }
    out.writeFieldName(path.segments()[leaf]);
    Values.write(out, value);
    last = path;
  }

  /** Closes what is open. */
  void close() throws IOException {
    int open = last == null ? 0 : last.segments().length - 1;
    for (; open > 0; open--) {
      out.writeEndObject();
    }
    last = null;
  }
}
