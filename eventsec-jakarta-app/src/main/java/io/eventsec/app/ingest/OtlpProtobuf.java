package io.eventsec.app.ingest;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The protobuf encoding of OTLP, from and to what its JSON encoding has. */
final class OtlpProtobuf {
  private static final int DEEPEST = 64;

  private OtlpProtobuf() {}

  /**
   * A request as maps and lists, with the names of the JSON encoding.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static Map<String, Object> request(byte[] bytes) {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.setRecursionLimit(DEEPEST);
    try {
      ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(in);
      return Map.of(
          "resourceLogs",
          request.getResourceLogsList().stream().map(OtlpProtobuf::resourceLogs).toList());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(
          "The request is no ExportLogsServiceRequest in protobuf: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  private static Map<String, Object> resourceLogs(ResourceLogs logs) {
    return Map.of(
        "resource",
        Map.of("attributes", attributes(logs.getResource().getAttributesList())),
        "scopeLogs",
        logs.getScopeLogsList().stream().map(OtlpProtobuf::scopeLogs).toList());
  }

  private static Map<String, Object> scopeLogs(ScopeLogs logs) {
    InstrumentationScope scope = logs.getScope();
    return Map.of(
        "scope",
        Map.of(
            "name",
            scope.getName(),
            "version",
            scope.getVersion(),
            "attributes",
            attributes(scope.getAttributesList())),
        "logRecords",
        logs.getLogRecordsList().stream().map(OtlpProtobuf::logRecord).toList());
  }

  private static Map<String, Object> logRecord(LogRecord log) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("timeUnixNano", Long.toUnsignedString(log.getTimeUnixNano()));
    record.put("observedTimeUnixNano", Long.toUnsignedString(log.getObservedTimeUnixNano()));
    record.put("severityNumber", Integer.toString(log.getSeverityNumberValue()));
    putText(record, "severityText", log.getSeverityText());
    putText(record, "eventName", log.getEventName());
    putText(record, "traceId", hex(log.getTraceId()));
    putText(record, "spanId", hex(log.getSpanId()));
    record.put("body", value(log.getBody()));
    record.put("attributes", attributes(log.getAttributesList()));
    return record;
  }

  private static void putText(Map<String, Object> record, String name, String text) {
    if (!text.isEmpty()) {
      record.put(name, text);
    }
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static List<Map<String, Object>> attributes(List<KeyValue> pairs) {
    return pairs.stream()
        .map(pair -> Map.<String, Object>of("key", pair.getKey(), "value", value(pair.getValue())))
        .toList();
  }

  private static Map<String, Object> value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> Map.of("stringValue", value.getStringValue());
      case BOOL_VALUE -> Map.of("boolValue", value.getBoolValue());
      case INT_VALUE -> Map.of("intValue", value.getIntValue());
      case DOUBLE_VALUE -> Map.of("doubleValue", value.getDoubleValue());
      case BYTES_VALUE ->
          Map.of(
              "bytesValue",
              Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
      case ARRAY_VALUE ->
          Map.of(
              "arrayValue",
              Map.of(
                  "values",
                  value.getArrayValue().getValuesList().stream()
                      .map(OtlpProtobuf::value)
                      .toList()));
      case KVLIST_VALUE ->
          Map.of(
              "kvlistValue", Map.of("values", attributes(value.getKvlistValue().getValuesList())));
      default -> Map.of();
    };
  }

  /** The answer to a request that was taken in. */
  static byte[] response(int rejected, String reason) {
    ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
    if (rejected > 0) {
      response.setPartialSuccess(
          ExportLogsPartialSuccess.newBuilder()
              .setRejectedLogRecords(rejected)
              .setErrorMessage(reason));
    }
    return response.build().toByteArray();
  }

  /** A google.rpc.Status: a code and a message, which is all that OTLP asks for. */
  static byte[] status(int code, String message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeInt32(1, code);
      out.writeString(2, message);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }
}
