package io.eventsec.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.ingest.JsonRecordReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/** JSON that holds many records, one by one, each as a line. Not thread-safe. */
final class JsonArray {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final JsonRecordReader records;

  /**
   * Takes over a content.
   *
   * @param head bytes of it that have been read already
   * @param length how many of those
   * @param rest what follows them
   */
  JsonArray(byte[] head, int length, InputStream rest) throws IOException {
    InputStream start = new ByteArrayInputStream(head.clone(), 0, length);
    parser = JSON.createParser(new SequenceInputStream(start, rest));
    records = new JsonRecordReader(parser);
  }

  /**
   * The next element.
   *
   * @return empty at the end
   * @throws BrokenInputException if the array breaks off or is no JSON; what came before it was
   *     sound
   */
  Optional<byte[]> next() throws IOException {
    try {
      ByteArrayOutputStream element = new ByteArrayOutputStream();
      boolean any;
      try (JsonGenerator json = JSON.createGenerator(element)) {
        any = records.next(json);
      }
      return any ? Optional.of(element.toByteArray()) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private static BrokenInputException broken(JsonProcessingException e) {
    return new BrokenInputException(
        "the JSON array is broken at line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": "
            + e.getOriginalMessage(),
        e);
  }

  /** The line that the last element begins in, from 1. */
  long line() {
    return records.line();
  }

  long bytesRead() {
    return parser.currentLocation().getByteOffset();
  }
}
