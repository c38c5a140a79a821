package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads one JSON object (RFC 8259) into flat fields. Thread-safe. */
final class JsonDecoder {
  /** The cause of what is no JSON. */
  static final String SYNTAX = "json.syntax";

  private static final int NUMBER_LENGTH = 400;
  private static final int REASON_LENGTH = 300;

  private final DecodeLimits limits;
  private final JsonFactory factory;

  JsonDecoder(DecodeLimits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints(limits))
            // Names come from outside: they must not pile up in the JVM's table of strings.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
  }

  private static StreamReadConstraints constraints(DecodeLimits limits) {
    return StreamReadConstraints.builder()
        // Two more than ours, which gives the better message.
        .maxNestingDepth(limits.depth() + 2)
        .maxStringLength(limits.recordBytes())
        .maxNameLength(Math.max(limits.nameLength(), 1))
        .maxNumberLength(NUMBER_LENGTH)
        .maxDocumentLength(limits.recordBytes())
        .build();
  }

  /**
   * Decodes one object.
   *
   * @param paths those of the records before, for the same thread
   */
  NativeRecord decode(String text, FieldPaths paths) throws RefusedRecordException {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notAnObject(parser);
      }
      // Only an escape can bring what cannot be stored into well-formed UTF-8 JSON.
      NativeRecord decoded = new Flattener(parser, limits, paths, text.contains("\\u")).flatten();
      if (parser.nextToken() != null) {
        throw new RefusedRecordException(
            SYNTAX,
            "Something follows the JSON object at column "
                + parser.currentTokenLocation().getColumnNr()
                + "; put each object on a line of its own");
      }
      return decoded;
    } catch (StreamConstraintsException e) {
      throw new RefusedRecordException(
          "json.limit", clip(e.getOriginalMessage()) + "; send a smaller value");
    } catch (JsonProcessingException e) {
      throw new RefusedRecordException(SYNTAX, syntax(e));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  private static RefusedRecordException notAnObject(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return new RefusedRecordException(SYNTAX, "The line has no JSON value");
    }
    return new RefusedRecordException(
        "json.not-object",
        "The line holds a JSON "
            + kind(token)
            + ", not an object; each line must be one event, {\"name\": value, ...}");
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      default -> "null";
    };
  }

  private static String syntax(JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    // The parser's own words for this are about its source and its settings.
    String what = e instanceof JsonEOFException ? "It breaks off there" : e.getOriginalMessage();
    return "Not JSON" + where + ": " + clip(what);
  }

  private static String clip(String text) {
    return text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH) + "…";
  }
}
