package io.eventsec.cli.cut;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.ingest.JsonRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines as the receiver sees them. */
final class Lines {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MARK = 3;

  private Lines() {}

  /**
   * A line without byte-order marks before it and carriage returns behind it, which the receiver
   * leaves out too; empty if that is nothing but blanks.
   */
  static byte[] bare(byte[] line) {
    int start = 0;
    while (isMark(line, start)) {
      start += MARK;
    }
    int end = line.length;
    while (end > start && line[end - 1] == '\r') {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return start == 0 && end == line.length ? line : Arrays.copyOfRange(line, start, end);
      }
    }
    return new byte[0];
  }

  private static boolean isMark(byte[] line, int at) {
    return line.length >= at + MARK
        && line[at] == (byte) 0xEF
        && line[at + 1] == (byte) 0xBB
        && line[at + 2] == (byte) 0xBF;
  }

  /** True if a payload that begins with the line may be taken for one value of many records. */
  static boolean mayBeginArray(byte[] line) {
    int at = 0;
    while (at < line.length && (line[at] == ' ' || line[at] >= '\t' && line[at] <= '\r')) {
      at++;
    }
    if (at == line.length || line[at] != '[' && line[at] != '{') {
      return false;
    }
    if (JsonRecords.holds(line)) {
      return true;
    }
    boolean alone = true;
    for (int i = at + 1; i < line.length && alone; i++) {
      alone = line[i] == ' ' || line[i] >= '\t' && line[i] <= '\r';
    }
    // A bracket or brace by itself: what it is depends on the line behind it.
    return alone;
  }

  /** The line as the message of an object. */
  static byte[] asMessage(byte[] line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(line.length + 32);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("message", new String(line, StandardCharsets.UTF_8));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
