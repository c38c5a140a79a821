package io.eventsec.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/**
 * The elements of a JSON array, or of an object that holds one as its Records, one by one, each as
 * a line. Not thread-safe.
 */
final class JsonArray {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private boolean begun;
  private long line;

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
      if (!begun) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          // {"Records": [...]}: the name, and the array's start.
          parser.nextToken();
          parser.nextToken();
        }
        begun = true;
      }
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.END_ARRAY) {
        return Optional.empty();
      }
      line = parser.currentTokenLocation().getLineNr();
      ByteArrayOutputStream element = new ByteArrayOutputStream();
      try (JsonGenerator json = JSON.createGenerator(element)) {
        json.copyCurrentStructureExact(parser);
      }
      return Optional.of(element.toByteArray());
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
    return line;
  }

  long bytesRead() {
    return parser.currentLocation().getByteOffset();
  }
}
