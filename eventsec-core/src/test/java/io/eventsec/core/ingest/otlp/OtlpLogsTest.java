package io.eventsec.core.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpLogsTest {
  private static final String REQUEST =
      """
      {"resourceLogs":[{
        "resource":{"attributes":[
          {"key":"service.name","value":{"stringValue":"shop"}},
          {"key":"host.name","value":{"stringValue":"web-1"}},
          {"key":"k8s.namespace.name","value":{"stringValue":"prod"}},
          {"key":"process.pid","value":{"intValue":"4711"}}]},
        "scopeLogs":[{"scope":{"name":"io.shop.Login","version":"2.1"},"logRecords":[{
          "timeUnixNano":"1764230400123456789","observedTimeUnixNano":"1764230401000000000",
          "severityNumber":13,"severityText":"","body":{"stringValue":"%s"},
          "traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174",
          "attributes":[
            {"key":"user.name","value":{"stringValue":"ada"}},
            {"key":"client.address","value":{"stringValue":"192.0.2.7"}},
            {"key":"client.port","value":{"intValue":50123}},
            {"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"a"},{"boolValue":true}]}}},
            {"key":"cart","value":{"kvlistValue":{"values":[
              {"key":"total","value":{"doubleValue":1.5}}]}}}]}]}]}]}
      """;

  @Test
  void requestWhoseRecordsRepeatALargeResource_isRefusedBeforeItFillsTheMemory() {
    String request =
        "{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"k\",\"value\":{\"stringValue\":\""
            + "x".repeat(1 << 20)
            + "\"}}]},\"scopeLogs\":[{\"logRecords\":[{}"
            + ",{}".repeat(100_000)
            + "]}]}]}";
    assertThatThrownBy(() -> OtlpLogs.ofJson(bytes(request)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("send fewer");
  }

  @Test
  void record_becomesAnEventWithResourceAndScope() {
    Event event = event("login of ada");
    assertThat(event.time()).isEqualTo("2025-11-27T08:00:00.123456789Z");
    assertThat(event.ecsFields())
        .containsEntry("message", "login of ada")
        .containsEntry("event.module", "otel")
        .containsEntry("log.level", "warn")
        .containsEntry("event.severity", 13L)
        .containsEntry("log.logger", "io.shop.Login")
        .containsEntry("service.name", "shop")
        .containsEntry("host.name", "web-1")
        .containsEntry("orchestrator.namespace", "prod")
        .containsEntry("process.pid", 4711L)
        .containsEntry("trace.id", "5b8efff798038103d269b633813fc60c")
        .containsEntry("span.id", "eee19b7ec3c1b174")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.port", 50123L);
    assertThat(event.value("attributes.cart.total")).isEqualTo(1.5);
    assertThat(event.value("attributes.tags")).isEqualTo(List.of("a", true));
  }

  @Test
  void bodyOfAnotherFormat_isDecodedByThat() {
    Event event = event("Nov 27 08:15:30 web1 sshd[1]: Invalid user eve from 198.51.100.4 port 9");
    assertThat(event.ecsFields())
        .containsEntry("user.name", "eve")
        .containsEntry("source.ip", "198.51.100.4")
        .containsEntry("service.name", "shop");
  }

  @Test
  void entriesThatAreNoRecords_areCounted_andTheirNeighboursGoOn() {
    OtlpLogs logs =
        OtlpLogs.ofJson(
            bytes(
                "{\"resourceLogs\":[1,{\"scopeLogs\":[{\"logRecords\":[\"x\",{\"body\":"
                    + "{\"stringValue\":\"y\"}}]},7]}]}"));
    assertThat(logs.records()).containsExactly("{\"otlp\":\"log\",\"body\":\"y\"}");
    assertThat(logs.rejected()).isEqualTo(3);
  }

  @Test
  void emptyRequest_hasNoRecords() {
    assertThat(OtlpLogs.ofJson(bytes("{}"))).isEqualTo(new OtlpLogs(List.of(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"resourceLogs\":3}", "{} {}"})
  void whatIsNoRequest_isRefused(String text) {
    assertThatThrownBy(() -> OtlpLogs.ofJson(bytes(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nestingWithoutEnd_isRefused() {
    String deep = "{\"kvlistValue\":".repeat(5000);
    assertThatThrownBy(() -> OtlpLogs.ofJson(bytes("{\"resourceLogs\":[" + deep)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Event event(String body) {
    List<String> records = OtlpLogs.ofJson(bytes(REQUEST.formatted(body))).records();
    assertThat(records).hasSize(1);
    DecodedBatch batch = EventDecoder.standard().decode(Batches.of(records.get(0)));
    assertThat(batch.rejections()).isEmpty();
    assertThat(batch.events().get(0).ecsFields()).doesNotContainKey("error.message");
    return batch.events().get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
