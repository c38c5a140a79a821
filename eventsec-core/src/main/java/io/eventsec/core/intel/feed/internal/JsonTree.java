package io.eventsec.core.intel.feed.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.SkipReason;
import io.eventsec.core.internal.PlainJsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/** Reads a small piece of JSON into maps, lists, texts and booleans. */
final class JsonTree {
  private JsonTree() {}

  /**
   * Reads an object.
   *
   * @throws SkippedException if it is none, or no JSON
   */
  static JsonMap object(byte[] json) throws SkippedException {
    try {
      return PlainJsonReader.object(json)
          .map(JsonMap::new)
          .orElseThrow(
              () ->
                  new SkippedException(
                      SkipReason.MALFORMED, "Not one object {...}, and nothing behind it"));
    } catch (CharacterCodingException e) {
      throw new SkippedException(
          SkipReason.MALFORMED, "The object is not UTF-8, as JSON must be; mend it");
    } catch (JsonProcessingException e) {
      throw new SkippedException(
          SkipReason.MALFORMED,
          "No JSON: " + ShownText.of(e.getOriginalMessage()) + "; mend it or leave it out");
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }
}
