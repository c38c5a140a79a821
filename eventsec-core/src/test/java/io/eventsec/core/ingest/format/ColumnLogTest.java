package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnLogTest {
  private static final String TRACKED =
      "2026-03-01T12:00:00.500Z,198.51.100.1,mx1,198.51.100.2,mx2,;0,Send,SMTP,SEND,7,<id7@example.org>,"
          + "uuid7,ada@example.org;bob@example.org,250 2.1.5,2048,2,,,\"Bill, paid\",eve@example.net,"
          + "eve@example.net,x,Incoming,,192.0.2.7,198.51.100.2,S:a=b,Email,log7,15.2";

  @Test
  void trackedMessage_hasSenderAndRecipients() {
    Event event = DeviceLines.event(TRACKED);

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.500Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "microsoft_exchange_server.messagetracking")
        .containsEntry("event.action", "send")
        .containsEntry("event.outcome", "success")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("server.ip", "198.51.100.2")
        .containsEntry("email.from.address", "eve@example.net")
        .containsEntry("email.to.address", List.of("ada@example.org", "bob@example.org"))
        .containsEntry("email.subject", "Bill, paid")
        .containsEntry("email.message_id", "id7@example.org")
        .containsEntry("network.bytes", 2048L);
  }

  @Test
  void csvOfPostgres_hasUserAndError() {
    Event event =
        DeviceLines.event(
            "2026-03-01 12:00:00.500 UTC,\"ada\",\"shop\",70,\"192.0.2.7:50000\",6a.1,1,\"authentication\",2026-03-01"
                + " 12:00:00 UTC,3/1,0,FATAL,28P01,\"password authentication failed for user \"\"ada\"\"\",,,,,,,,,\"\",");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "postgresql.log")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.category", List.of("authentication", "database"))
        .containsEntry("message", "password authentication failed for user \"ada\"")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.port", 50_000L);
  }

  @Test
  void proxyOfUmbrella_hasRequestAndVerdict() {
    Event event =
        DeviceLines.event(
            "\"2026-03-01 12:00:00\",\"pc7\",\"192.0.2.7\",\"203.0.113.5\",\"198.51.100.1\",\"\",\"BLOCKED\","
                + "\"https://example.net/a?b=c\",\"\",\"curl/8\",\"403\",\"10\",\"20\",\"5\",\"\",\"Malware\",\"\","
                + "\"\",\"\",\"\",\"\",\"Networks\"");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_umbrella.log")
        .containsEntry("event.type", List.of("access", "denied"))
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.nat.ip", "203.0.113.5")
        .containsEntry("url.domain", "example.net")
        .containsEntry("url.query", "b=c")
        .containsEntry("http.response.status_code", 403L);
  }

  @Test
  void firewallOfUmbrella_hasBothEnds() {
    assertThat(
            DeviceLines.event(
                    "\"2026-03-01 12:00:00\",\"[7]\",\"Site\",\"Tunnel\",\"OUTBOUND\",\"6\",\"84\",\"192.0.2.7\","
                        + "\"50000\",\"198.51.100.1\",\"443\",\"ams1\",\"12\",\"ALLOW\"")
                .ecsFields())
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.direction", "outbound")
        .containsEntry("destination.port", 443L)
        .containsEntry("event.type", List.of("connection", "allowed"));
  }

  @Test
  void alertOfSnort_hasRuleAndEnds() {
    assertThat(
            DeviceLines.event(
                    "03/01/26-12:00:00.500000 ,1,2010935,3,\"Scan, fast\",TCP,192.0.2.7,50000,198.51.100.1,1433,"
                        + "02:00:5E:10:00:0A,02:00:5E:10:00:0B,0x4A,***A****,0x1,0x2,,0x400,64,0,123,60,61440,,,,")
                .ecsFields())
        .containsEntry("event.dataset", "snort.log")
        .containsEntry("event.kind", "alert")
        .containsEntry("rule.id", "2010935")
        .containsEntry("rule.name", "Scan, fast")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.port", 1433L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:00:00.500Z,a,b,c,d,e,f,OTHER,SEND,7,i,u,t,s,1,2,,,s,f,r,m,d",
        "2026-03-01T12:00:00.500Z,SMTP",
        "SMTP,2026-03-01T12:00:00.500Z",
        "",
        ","
      })
  void otherLine_isNone(String line) {
    assertThat(new ColumnLog(ZoneOffset.UTC).read(line)).isEmpty();
  }

  @Test
  void proxyOfUmbrellaWithTwoIdentities_isReadAsWell() {
    assertThat(
            DeviceLines.event(
                    "\"2026-03-01 12:00:00\",\"ada\",\"ada,pc7\",\"192.0.2.7\",\"203.0.113.5\",\"198.51.100.1\",\"\",\"ALLOWED\","
                        + "\"https://example.net/a\",\"\",\"curl/8\",\"200\",\"10\",\"20\",\"5\",\"\",\"News\",\"\",\"\",\"\","
                        + "\"\",\"\",\"AD Users\",\"\"")
                .ecsFields())
        .containsEntry("event.dataset", "cisco_umbrella.log")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("http.response.status_code", 200L);
  }

  private static final String FORCEPOINT =
      "\"27/11/2026\",\"08:15:30\",\"ada\",\"Not available\",\"News,Sports\",\"Blocked\",\"Productivity\",\"Office\","
          + "\"www.example.net:8443/a?b=c\",\"203.0.113.5\",\"198.51.100.1\",\"Not available\",\"None\",\"None\","
          + "\"curl/8.1\",\"403\",\"Get\"";

  @Test
  void requestThroughForcepoint_hasTimeAndAddress() {
    Event event = DeviceLines.event(FORCEPOINT);

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "forcepoint_web.logs")
        .containsEntry("event.type", List.of("access", "denied"))
        .containsEntry("event.action", "blocked")
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.domain", "www.example.net")
        .containsEntry("url.port", 8443L)
        .containsEntry("url.path", "/a")
        .containsEntry("url.query", "b=c")
        .containsEntry("url.original", "www.example.net:8443/a?b=c")
        .containsEntry("source.nat.ip", "203.0.113.5")
        .doesNotContainKeys("source.ip", "source.domain");
  }

  @Test
  void dateThatIsNone_isToldAndTheRestStays() {
    Event event = DeviceLines.any(FORCEPOINT.replace("27/11/2026", "27/31/2026"));

    assertThat(event.ecsFields())
        .containsEntry("user.name", "ada")
        .hasEntrySatisfying(
            "error.message", told -> assertThat(told.toString()).contains("2026-31-27"));
  }

  @Test
  void badValue_isKept() {
    Event event = DeviceLines.any(TRACKED.replace(",2048,", ",many,").replace("192.0.2.7", "7"));

    assertThat(event.nativeFields()).containsEntry("total-bytes", "many");
    assertThat(event.ecsFields())
        .containsEntry("email.subject", "Bill, paid")
        .doesNotContainKeys("network.bytes", "source.ip");
  }

  @Test
  void kinds_haveASectionEach() {
    assertThat(ColumnLog.KINDS)
        .isNotEmpty()
        .allSatisfy(kind -> assertThat(ColumnLog.TABLE.section(kind.name())).isPresent());
  }
}
