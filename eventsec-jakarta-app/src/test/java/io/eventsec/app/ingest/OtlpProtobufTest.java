package io.eventsec.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.eventsec.core.ingest.otlp.OtlpLogs;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OtlpProtobufTest {
  private static final String JSON =
      """
      {"resourceLogs":[{
        "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
        "scopeLogs":[{"scope":{},"logRecords":[{
          "timeUnixNano":"1764230400123456789","observedTimeUnixNano":"0","severityNumber":9,
          "severityText":"INFO","traceId":"5b8efff798038103d269b633813fc60c",
          "body":{"kvlistValue":{"values":[
            {"key":"n","value":{"intValue":"-3"}},{"key":"d","value":{"doubleValue":0.5}},
            {"key":"a","value":{"arrayValue":{"values":[{"boolValue":true}]}}}]}},
          "attributes":[{"key":"raw","value":{"bytesValue":"AQI="}}]}]}]}]}
      """;

  @Test
  void request_saysTheSameAsInJson() {
    LogRecord log =
        LogRecord.newBuilder()
            .setTimeUnixNano(1764230400123456789L)
            .setSeverityNumberValue(9)
            .setSeverityText("INFO")
            .setTraceId(
                ByteString.copyFrom(HexFormat.of().parseHex("5b8efff798038103d269b633813fc60c")))
            .setBody(
                AnyValue.newBuilder()
                    .setKvlistValue(
                        KeyValueList.newBuilder()
                            .addValues(pair("n", AnyValue.newBuilder().setIntValue(-3)))
                            .addValues(pair("d", AnyValue.newBuilder().setDoubleValue(0.5)))
                            .addValues(
                                pair(
                                    "a",
                                    AnyValue.newBuilder()
                                        .setArrayValue(
                                            ArrayValue.newBuilder()
                                                .addValues(
                                                    AnyValue.newBuilder().setBoolValue(true)))))))
            .addAttributes(
                pair(
                    "raw",
                    AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {1, 2}))))
            .build();
    byte[] request =
        ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(
                ResourceLogs.newBuilder()
                    .setResource(
                        Resource.newBuilder()
                            .addAttributes(
                                pair("service.name", AnyValue.newBuilder().setStringValue("shop"))))
                    .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(log)))
            .build()
            .toByteArray();

    assertThat(OtlpLogs.of(OtlpProtobuf.request(request)))
        .isEqualTo(OtlpLogs.ofJson(JSON.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsNoRequest_isRefused() {
    assertThatThrownBy(() -> OtlpProtobuf.request(new byte[] {10, 100, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ExportLogsServiceRequest");
  }

  @Test
  void response_saysWhatWasRejected() throws Exception {
    assertThat(OtlpProtobuf.response(0, "x")).isEmpty();
    assertThat(
            ExportLogsServiceResponse.parseFrom(OtlpProtobuf.response(3, "x")).getPartialSuccess())
        .satisfies(partial -> assertThat(partial.getRejectedLogRecords()).isEqualTo(3))
        .satisfies(partial -> assertThat(partial.getErrorMessage()).isEqualTo("x"));
  }

  private static KeyValue pair(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }
}
