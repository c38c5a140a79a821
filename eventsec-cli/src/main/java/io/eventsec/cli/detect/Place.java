package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Where a record is.
 *
 * @param file the name of the input
 * @param line where it begins in it, from 1
 */
record Place(String file, long line) {
  /** Writes it as the members {@code file} and {@code line} of an object that is open. */
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("file", file);
    json.writeNumberField("line", line);
  }
}
