package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs of OpenTelemetry's own exporter, and of its protocol by hand. */
class OtlpIT {
  private final String source = "otel-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void exporter_sendsProtobufPacked_andItsRecordsAreFound() {
    OtlpHttpLogRecordExporter exporter =
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(ItServers.application() + "/api/v1/otlp/" + source + "/v1/logs")
            .addHeader("Authorization", "Bearer " + ItServers.SENSOR_TOKEN)
            .setCompression("gzip")
            .build();
    SdkLoggerProvider provider =
        SdkLoggerProvider.builder()
            .setResource(
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), source)))
            .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
            .build();
    Logger logger = provider.get("io.shop.Login");
    for (int n = 0; n < 3; n++) {
      logger
          .logRecordBuilder()
          .setSeverity(Severity.WARN)
          .setBody("login number " + n + " refused")
          .setAttribute(AttributeKey.stringKey("user.name"), "ada")
          .setAttribute(AttributeKey.stringKey("client.address"), "192.0.2.7")
          .emit();
    }
    assertThat(provider.shutdown().join(30, TimeUnit.SECONDS).isSuccess()).isTrue();

    JsonNode found = found(3);
    assertThat(found.toString()).contains("192.0.2.7", "number 2 refused", "\"warn\"");
  }

  @Test
  void requestOfJson_sentTwice_isStoredOnce_andTellsWhatIsNoRecord() {
    String request =
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\""
            + System.currentTimeMillis()
            + "000000\",\"body\":{\"stringValue\":\"once\"}},5]}]}]}";
    for (int n = 0; n < 2; n++) {
      Client.Answer answer = send("application/json", request.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().at("/partialSuccess/rejectedLogRecords").asInt()).isEqualTo(1);
    }
    assertThat(found(1).at("/items/0/source").asText()).isEqualTo(source);
  }

  @Test
  void whatIsNoRequest_isRefused_inItsOwnEncoding() {
    byte[] broken = {10, 100, 1};
    Client.Answer answer = send("application/x-protobuf", broken);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).contains("application/x-protobuf");
    assertThat(answer.response().body()).startsWith(8, 3, 18);
    assertThat(answer.text()).contains("ExportLogsServiceRequest");
    Client.Answer json = send("application/json", "{".getBytes(StandardCharsets.UTF_8));
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.json().get("code").asInt()).isEqualTo(3);
    assertThat(json.json().get("message").asText()).contains("no JSON");
    Client.Answer nobody =
        Client.anonymous()
            .with("Content-Type", "application/json")
            .post("/api/v1/otlp/v1/logs", "{}");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.json().get("code").asInt()).isEqualTo(16);
    assertThat(
            Client.sensor()
                .with("Content-Type", "application/json")
                .post("/api/v1/otlp/v1/logs", "{}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void requestThatIsTooLargeForABatch_isSeveral_andSentAgainStillTheSameEvents() {
    int count = 5_003;
    String records =
        IntStream.range(0, count)
            .mapToObj(n -> "{\"body\":{\"stringValue\":\"number " + n + "\"}}")
            .collect(Collectors.joining(","));
    byte[] request =
        ("{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + records + "]}]}]}")
            .getBytes(StandardCharsets.UTF_8);
    for (int n = 0; n < 2; n++) {
      Client.Answer answer = send("application/json", request);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
    found(count);
    Await.until(
        Metrics::scrape,
        metrics -> metrics.waiting("index") == 0 && metrics.waiting("detect") == 0);
    found(count);
  }

  private Client.Answer send(String type, byte[] body) {
    return Client.sensor()
        .with("Content-Type", type)
        .send("POST", "/api/v1/otlp/" + source + "/v1/logs", body);
  }

  private JsonNode found(int count) {
    Client admin = Client.administrator();
    String query = "/api/v1/events?filter=eventsec.source:" + source;
    return Await.until(
        () -> admin.get(query).json(), answer -> answer.path("total").asInt() == count);
  }
}
