package io.eventsec.core.ingest.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.internal.PlainJsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of an {@code ExportLogsServiceRequest} of OTLP 1.x, each with its resource and scope
 * in one line of JSON:
 *
 * <pre>
 * {"otlp":"log","timeUnixNano":"1764230400000000000","severityNumber":"9","body":"text",
 *  "traceId":"5b8e…","attributes":{"user.name":"ada"},
 *  "resource":{"attributes":{"service.name":"shop"}},"scope":{"name":"io.shop"}}
 * </pre>
 *
 * @param records in the order of the request
 * @param rejected how many entries are no log records
 */
public record OtlpLogs(List<String> records, int rejected) {
  /**
   * Each record repeats its resource and scope, so that a small request can have very large ones.
   */
  private static final long MOST_CHARACTERS = 1L << 26;

  private static final List<String> COPIED =
      List.of(
          "timeUnixNano",
          "observedTimeUnixNano",
          "severityNumber",
          "severityText",
          "eventName",
          "traceId",
          "spanId",
          "flags");

  /** Copies the list. */
  public OtlpLogs {
    records = List.copyOf(records);
  }

  /**
   * Reads a request in OTLP's JSON encoding.
   *
   * @throws IllegalArgumentException if it is no such request, naming what is wrong, or its records
   *     have more than 64 Mi characters with their resources and scopes
   */
  public static OtlpLogs ofJson(byte[] request) {
    try {
      return of(
          PlainJsonReader.object(request)
              .orElseThrow(() -> new IllegalArgumentException("The request is no JSON object")));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The request is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The request is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  /**
   * Takes apart a request that was read already, or decoded of protobuf.
   *
   * @param request names and values as OTLP's JSON encoding has them
   * @throws IllegalArgumentException if {@code resourceLogs} is no list, or the records have more
   *     than 64 Mi characters with their resources and scopes
   */
  public static OtlpLogs of(Map<String, Object> request) {
    Object resourceLogs = request.getOrDefault("resourceLogs", List.of());
    if (!(resourceLogs instanceof List<?>)) {
      throw new IllegalArgumentException("'resourceLogs' is no list of the logs of resources");
    }
    Collector collector = new Collector();
    for (Object resourceLog : (List<?>) resourceLogs) {
      collector.resource(resourceLog);
    }
    return new OtlpLogs(collector.records, collector.rejected);
  }

  /** Walks through a request. */
  private static final class Collector {
    private final List<String> records = new ArrayList<>();
    private int rejected;
    private long characters;

    void resource(Object entry) {
      if (!(entry instanceof Map<?, ?> logs)) {
        rejected++;
        return;
      }
      Map<String, Object> resource = OtlpValues.entity(logs.get("resource"));
      for (Object scopeLogs : OtlpValues.list(logs.get("scopeLogs"))) {
        scope(resource, scopeLogs);
      }
    }

    private void scope(Map<String, Object> resource, Object entry) {
      if (!(entry instanceof Map<?, ?> logs)) {
        rejected++;
        return;
      }
      Map<String, Object> scope = OtlpValues.entity(logs.get("scope"));
      for (Object log : OtlpValues.list(logs.get("logRecords"))) {
        if (log instanceof Map<?, ?> fields) {
          add(record(resource, scope, fields));
        } else {
          rejected++;
        }
      }
    }

    private void add(String record) {
      characters += record.length();
      if (characters > MOST_CHARACTERS) {
        throw new IllegalArgumentException(
            "The records have more than "
                + MOST_CHARACTERS
                + " characters, for each repeats its resource and scope; send fewer in a request");
      }
      records.add(record);
    }

    private static String record(
        Map<String, Object> resource, Map<String, Object> scope, Map<?, ?> log) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("otlp", "log");
      for (String name : COPIED) {
        Object value = log.get(name);
        if (value != null && !(value instanceof Map) && !(value instanceof List)) {
          record.put(name, value);
        }
      }
      OtlpValues.any(log.get("body")).ifPresent(body -> record.put("body", body));
      putUnlessEmpty(record, "attributes", OtlpValues.attributes(log.get("attributes")));
      putUnlessEmpty(record, "resource", resource);
      putUnlessEmpty(record, "scope", scope);
      try {
        return PlainJsonWriter.write(record);
      } catch (IOException e) {
        throw new UncheckedIOException("Writing into memory failed", e);
      }
    }

    private static void putUnlessEmpty(
        Map<String, Object> record, String name, Map<String, Object> value) {
      if (!value.isEmpty()) {
        record.put(name, value);
      }
    }
  }
}
