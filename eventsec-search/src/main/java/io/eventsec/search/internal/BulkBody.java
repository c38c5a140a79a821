package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The lines of one bulk request, made document by document. Not thread-safe. */
final class BulkBody {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] BEFORE_ID =
      "{\"create\":{\"_id\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER_ID = "\"}}\n".getBytes(StandardCharsets.US_ASCII);

  private final Buffer buffer;

  /** With room for that many bytes to begin with. */
  BulkBody(int bytes) {
    this.buffer = new Buffer(bytes);
  }

  /** Writes a document's fields. */
  interface Fields {
    /** Between the braces of the document, which are written already. */
    void write(JsonGenerator out) throws IOException;
  }

  /**
   * Adds a document.
   *
   * @param id hexadecimal digits: it is not escaped
   */
  void add(String id, Fields fields) {
    buffer.writeBytes(BEFORE_ID);
    buffer.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
    buffer.writeBytes(AFTER_ID);
    try (JsonGenerator out = JSON.createGenerator(buffer)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("Document " + id + " cannot be written as JSON", e);
    }
    buffer.write('\n');
  }

  /** How long it is, in bytes. */
  int size() {
    return buffer.size();
  }

  /** Forgets what was added after it had that size. */
  void truncate(int size) {
    buffer.truncate(size);
  }

  /** What was added so far. */
  byte[] bytes() {
    return buffer.toByteArray();
  }

  /** Empties it. */
  void clear() {
    buffer.reset();
  }

  private static final class Buffer extends ByteArrayOutputStream {
    Buffer(int bytes) {
      super(bytes);
    }

    void truncate(int size) {
      count = size;
    }
  }
}
