package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SyslogTest {

  @Test
  void newForm_hasHeadAndStructuredData() {
    Event event =
        text(
            "<165>1 2026-11-27T08:15:30.003Z web1 app 4711 ID47 [x@32473 k=\"v\"] \uFEFFit happened");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30.003Z");
    assertThat(event.ecsFields())
        .containsEntry("log.syslog.priority", 165L)
        .containsEntry("log.syslog.facility.name", "local4")
        .containsEntry("log.syslog.severity.name", "Notice")
        .containsEntry("log.syslog.msgid", "ID47")
        .containsEntry("host.hostname", "web1")
        .containsEntry("process.name", "app")
        .containsEntry("process.pid", 4711L)
        .containsEntry("message", "it happened")
        .doesNotContainKey("error.message");
    assertThat(event.value("x@32473.k")).isEqualTo("v");
  }

  @Test
  void newFormThatBreaksTheRules_saysWhereAndKeepsItsText() {
    Event event = text("<34>1 2026-11-27T08:15:30Z web1 app - - [no end hello");

    assertThat(String.valueOf(event.ecsFields().get("error.message")))
        .contains("RFC 5424: at column");
    assertThat(String.valueOf(event.ecsFields().get("message"))).contains("hello");
  }

  @Test
  void oldForm_hasTheYearThatIsNearest_andTheZoneGiven() {
    DecodedBatch decoded =
        EventDecoder.builder()
            .zone(ZoneId.of("Europe/Berlin"))
            .standardFormats()
            .build()
            .decode(Batches.of("<13>Feb  5 17:32:18 10.0.0.99 Use the BFG!"));

    assertThat(decoded.events().get(0).time().toString()).endsWith("-02-05T16:32:18Z");
    assertThat(decoded.events().get(0).ecsFields())
        .containsEntry("host.name", "10.0.0.99")
        .containsEntry("message", "Use the BFG!")
        .doesNotContainKey("process.name");
  }

  @Test
  void userWhoseNameIsALine_cannotForgeTheAddress() {
    Event event =
        text(
            "Nov 27 08:15:30 web1 sshd[1]: Failed password for invalid user x from 192.0.2.1 port 22"
                + " ssh2 from 203.0.113.9 port 4711 ssh2");

    assertThat(event.ecsFields())
        .containsEntry("source.ip", "203.0.113.9")
        .containsEntry("source.port", 4711L)
        .containsEntry("user.name", "x from 192.0.2.1 port 22 ssh2")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.dataset", "system.auth");
  }

  @Test
  void programs_sayWhatTheyMean() {
    assertThat(
            text("Jan 24 15:50:41 h sudo[6040]: ada : TTY=pts/0 ; PWD=/var/log ; USER=root ;"
                    + " COMMAND=/bin/tail secure")
                .ecsFields())
        .containsEntry("user.name", "ada")
        .containsEntry("user.effective.name", "root")
        .containsEntry("process.command_line", "/bin/tail secure")
        .containsEntry("event.outcome", "success");
    assertThat(
            text("May 11 04:02:33 h postfix/smtpd[26897]: warning: unknown[203.0.113.42]: SASL LOGIN"
                    + " authentication failed: authentication failure")
                .ecsFields())
        .containsEntry("source.ip", "203.0.113.42")
        .containsEntry("event.action", "mail_login")
        .containsEntry("event.outcome", "failure");
    assertThat(
            text("Nov 27 08:15:30 h login[9]: pam_unix(login:auth): authentication failure; logname=LOGIN"
                    + " uid=0 euid=0 tty=/dev/tty1 ruser= rhost=  user=ada")
                .ecsFields())
        .containsEntry("user.name", "ada")
        .containsEntry("event.outcome", "failure");
  }

  @Test
  void content_isDecodedByItsOwnFormat() {
    Event event =
        text(
            "<134>Nov 27 08:15:30 fw CEF:0|ACME|Wall|1.0|100|port scan|8|src=192.0.2.7 spt=99"
                + " dst=198.51.100.1 act=blocked");

    assertThat(event.ecsFields())
        .containsEntry("host.name", "fw")
        .containsEntry("observer.vendor", "ACME")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("event.action", "blocked")
        .containsEntry("event.severity", 8L)
        .containsEntry("event.dataset", "cef.log");
    assertThat(event.value("src")).isEqualTo("192.0.2.7");
    assertThat(
            text("<134>Nov 27 08:15:30 ids suricata[7]: @cee:{\"event_type\":\"flow\",\"timestamp\":"
                    + "\"2026-11-27T08:00:00Z\",\"src_ip\":\"192.0.2.7\"}")
                .ecsFields())
        .containsEntry("event.dataset", "suricata.flow")
        .containsEntry("source.ip", "192.0.2.7");
  }

  @Test
  void lineThatIsNotUtf8_losesNoByte() {
    byte[] line = "<13>Nov 27 08:15:30 h app: fond\u00FC".getBytes(StandardCharsets.ISO_8859_1);

    Event event = EventDecoder.standard().decode(Batches.of("auto", line)).events().get(0);

    assertThat(event.ecsFields()).containsEntry("message", "fond\u00FC");
    assertThat(String.valueOf(event.ecsFields().get("error.message"))).contains("ISO 8859-1");
  }
}
