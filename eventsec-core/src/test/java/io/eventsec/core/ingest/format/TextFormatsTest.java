package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.EventDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatsTest {

  @Test
  void accessLog_combined_hasRequestAndNamesOfRules() {
    Event event =
        text(
            "192.0.2.1 - ada [27/Nov/2026:08:15:30 +0100] \"GET /a/b.php?x=1 HTTP/1.1\" 404 162"
                + " \"https://example.org/\" \"curl/8 (\\\"x\\\")\"");

    assertThat(event.time()).isEqualTo("2026-11-27T07:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.category", "web")
        .containsEntry("event.outcome", "failure")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("user.name", "ada")
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.version", "1.1")
        .containsEntry("http.response.status_code", 404L)
        .containsEntry("http.response.body.bytes", 162L)
        .containsEntry("url.path", "/a/b.php")
        .containsEntry("url.query", "x=1")
        .containsEntry("url.extension", "php")
        .containsEntry("http.request.referrer", "https://example.org/")
        .containsEntry("user_agent.original", "curl/8 (\"x\")");
    assertThat(event.value("cs-uri-query")).isEqualTo("x=1");
    assertThat(event.value("sc-status")).isEqualTo(404L);
  }

  @Test
  void accessLog_withHostBefore_andBrokenRequest_keepsBoth() {
    Event event =
        text(
            "shop.example.org 2001:DB8::1 - - [27/Nov/2026:08:15:30 +0000] \"\\x16\\x03\" 400 157 \"-\""
                + " \"-\"");

    assertThat(event.ecsFields())
        .containsEntry("url.domain", "shop.example.org")
        .containsEntry("source.ip", "2001:db8::1")
        .containsEntry("url.original", "\\x16\\x03")
        .doesNotContainKeys("http.request.method", "user_agent.original", "user.name");
  }

  @Test
  void cef_escapesLabelsAndPaths() {
    Event event =
        text(
            "CEF:0|AC\\|ME|Wall|1.0|4625|Logon failed|High|rt=1795767330000 src=192.0.2.7 suser=a b"
                + " filePath=C:\\Temp\\x.exe msg=a\\=b c cs1=blue cs1Label=Colour outcome=Failure");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("observer.vendor", "AC|ME")
        .containsEntry("event.severity", 8L)
        .containsEntry("user.name", "a b")
        .containsEntry("file.path", "C:\\Temp\\x.exe")
        .containsEntry("message", "a=b c")
        .containsEntry("event.outcome", "failure");
    assertThat(event.value("Colour")).isEqualTo("blue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEEF:1.0|ACME|Wall|1.0|login|src=192.0.2.7\tdstPort=443\tusrName=ada",
        "LEEF:2.0|ACME|Wall|1.0|login|^|src=192.0.2.7^dstPort=443^usrName=ada",
        "LEEF:2.0|ACME|Wall|1.0|login|x7C|src=192.0.2.7|dstPort=443|usrName=ada"
      })
  void leef_anySeparator_isRead(String line) {
    assertThat(text(line).ecsFields())
        .containsEntry("event.code", "login")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.port", 443L)
        .containsEntry("user.name", "ada");
  }

  @Test
  void netfilter_inTheKernelsLog_isAPacket() {
    Event event =
        text(
            "Jun  8 14:34:33 fw kernel: [50028442.08] [UFW BLOCK] IN=eth0 OUT="
                + " MAC=00:08:a2:0c:1f:12:00:c8:8b:e2:d6:87:08:00 SRC=192.0.2.7 DST=198.51.100.1 LEN=40"
                + " PROTO=TCP SPT=8080 DPT=8123 SYN");

    assertThat(event.ecsFields())
        .containsEntry("host.name", "fw")
        .containsEntry("event.module", "iptables")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.mac", "00-C8-8B-E2-D6-87")
        .containsEntry("destination.port", 8123L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("rule.name", "UFW BLOCK")
        .containsEntry("event.action", "drop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-27T08:15:30.1Z stdout F 192.0.2.1 - - [27/Nov/2026:08:15:30 +0000] \"GET / HTTP/1.1\""
            + " 200 1 \"-\" \"-\"",
        "{\"log\":\"192.0.2.1 - - [27/Nov/2026:08:15:30 +0000] \\\"GET / HTTP/1.1\\\" 200 1 \\\"-\\\""
            + " \\\"-\\\"\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-27T08:15:30.1Z\"}"
      })
  void containers_carryTheirOwnFormat(String line) {
    assertThat(text(line).ecsFields())
        .containsEntry("event.dataset", "web.access")
        .containsEntry("source.ip", "192.0.2.1");
  }

  @Test
  void lineOfAProgramsOwnFile_isTold() {
    assertThat(
            text("[Wed Jul 05 09:19:24.428126 2023] [proxy_fcgi:error] [pid 11:tid 13] [client"
                    + " 192.0.2.7:55309] AH01071: Got error")
                .ecsFields())
        .containsEntry("event.dataset", "apache.error")
        .containsEntry("source.port", 55309L)
        .containsEntry("message", "AH01071: Got error");
  }

  @Test
  void generic_isAskedLast_andTakesWhatNamesTell() {
    EventDecoder decoder = EventDecoder.builder().standardFormats().genericFormats().build();

    Event pairs =
        decoder
            .decode(
                Batches.of(
                    "2026-11-27 08:15:30 srcip=192.0.2.7 dstport=443 user=\"ada l\" action=deny proto=tcp"))
            .events()
            .get(0);
    assertThat(pairs.time()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(pairs.ecsFields())
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.port", 443L)
        .containsEntry("user.name", "ada l")
        .containsEntry("event.action", "deny");
    Event json =
        decoder
            .decode(
                Batches.of(
                    "{\"client\":{\"ipAddress\":\"192.0.2.7:99\"},\"actor\":{\"userName\":\"ada\"},"
                        + "\"eventTime\":\"2026-11-27T08:15:30Z\",\"source.ip\":\"192.0.2.8\"}"))
            .events()
            .get(0);
    assertThat(json.ecsFields())
        .containsEntry("source.ip", "192.0.2.8")
        .containsEntry("user.name", "ada");
  }
}
