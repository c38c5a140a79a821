package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs in the W3C's extended format, whose header says which columns there are. */
class W3cTest {
  private static final List<String> IIS =
      List.of(
          "#Software: Microsoft Internet Information Services 10.0",
          "#Version: 1.0",
          "#Date: 2026-03-01 12:00:00",
          "#Fields: date time s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip cs(User-Agent)"
              + " cs-host sc-status sc-bytes cs-bytes time-taken");

  private static List<String> converted(List<String> lines) {
    ZeekTsv converter = new ZeekTsv();
    List<String> records = new ArrayList<>();
    lines.forEach(
        line ->
            converter
                .convert(line.getBytes(StandardCharsets.UTF_8))
                .ifPresent(record -> records.add(new String(record, StandardCharsets.UTF_8))));
    return records;
  }

  private static List<String> with(String... lines) {
    List<String> all = new ArrayList<>(IIS);
    all.addAll(List.of(lines));
    return all;
  }

  private static Event event(String line) {
    DecodedBatch decoded =
        EventDecoder.builder().standardFormats().build().decode(Batches.of(line));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  @Test
  void requestUnderAHeader_hasItsColumns() {
    List<String> records =
        converted(
            with(
                "2026-03-01 12:00:00 WEB7 198.51.100.1 GET /ä/b.aspx x=1 443 192.0.2.7 Mozilla/5.0+(X11) example.org"
                    + " 404 2048 512 1250"));

    assertThat(records).hasSize(1);
    Event event = event(records.get(0));
    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "iis.access")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.duration", 1_250_000_000L)
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("destination.port", 443L)
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.response.status_code", 404L)
        .containsEntry("http.response.bytes", 2048L)
        .containsEntry("http.request.bytes", 512L)
        .containsEntry("host.name", "WEB7")
        .containsEntry("url.path", "/ä/b.aspx")
        .containsEntry("url.query", "x=1")
        .containsEntry("url.domain", "example.org")
        .containsEntry("user_agent.original", "Mozilla/5.0 (X11)")
        .doesNotContainKey("error.message");
    assertThat(event.nativeFields()).containsEntry("cs-uri-stem", "/ä/b.aspx");
  }

  @Test
  void proxyWithQuotesAndOtherColumns_isTold() {
    List<String> records =
        converted(
            List.of(
                "#Fields: date time time-taken c-ip cs-method cs-uri-stem cs(User-Agent) sc-status",
                "2026-03-01 12:00:00 0.25 192.0.2.7 GET /a \"curl 8\" 200"));

    assertThat(event(records.get(0)).ecsFields())
        .containsEntry("event.dataset", "w3c.access")
        .containsEntry("event.duration", 250_000_000L)
        .containsEntry("user_agent.original", "curl 8");
  }

  @Test
  void requestWhoseHeaderNamesNoSoftware_isToldByItsColumns() {
    List<String> records =
        converted(
            List.of(
                "#Fields: date time c-ip cs-method sc-status sc-substatus sc-win32-status",
                "2026-03-01 12:00:00 192.0.2.7 GET 200 0 0"));

    assertThat(event(records.get(0)).ecsFields()).containsEntry("event.dataset", "iis.access");
  }

  @Test
  void headerInTheMiddle_holdsFromThereOn() {
    List<String> records =
        converted(
            List.of(
                "#Fields: date time c-ip cs-method",
                "2026-03-01 12:00:00 192.0.2.7 GET",
                "#Fields: date time cs-method c-ip",
                "2026-03-01 12:00:00 PUT 192.0.2.8"));

    assertThat(records)
        .containsExactly(
            "{\"date\":\"2026-03-01\",\"time\":\"12:00:00\",\"c-ip\":\"192.0.2.7\",\"cs-method\":\"GET\"}",
            "{\"date\":\"2026-03-01\",\"time\":\"12:00:00\",\"cs-method\":\"PUT\",\"c-ip\":\"192.0.2.8\"}");
  }

  @Test
  void lineThatDoesNotFit_isPassedOn() {
    assertThat(converted(with("2026-03-01 12:00:00 cut off")))
        .containsExactly("2026-03-01 12:00:00 cut off");
  }

  @Test
  void badValue_isKeptAndSaid() {
    Event event =
        event(
            "{\"date\":\"2026-03-01\",\"time\":\"12:00:00\",\"c-ip\":\"192.0.2.7\",\"cs-method\":\"GET\","
                + "\"sc-bytes\":\"many\"}");

    assertThat(event.nativeFields()).containsEntry("sc-bytes", "many");
    assertThat(event.ecsFields()).containsEntry("source.ip", "192.0.2.7");
    assertThat(String.valueOf(event.value("error.message"))).contains("sc-bytes 'many'");
  }

  @Test
  void longLine_takesTimeThatGrowsWithItsLength() {
    String line = "a \"".repeat(100_000);

    assertThat(converted(with(line))).containsExactly(line);
  }
}
