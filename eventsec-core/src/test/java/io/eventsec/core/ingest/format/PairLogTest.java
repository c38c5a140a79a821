package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairLogTest {

  @Test
  void executionThatSantaSaw_hasProgramAndVerdict() {
    Event event =
        DeviceLines.event(
            "[2026-03-01T12:00:00.500Z] I santad: action=EXEC|decision=DENY|reason=UNKNOWN|sha256=ab12|path=/tmp/x y|"
                + "args=./x -v|pid=70|ppid=1|uid=501|user=ada|gid=20|group=staff|mode=L");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.500Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "santa.log")
        .containsEntry("event.action", "exec")
        .containsEntry("event.type", "start")
        .containsEntry("event.outcome", "failure")
        .containsEntry("process.executable", "/tmp/x y")
        .containsEntry("process.name", "x y")
        .containsEntry("process.command_line", "./x -v")
        .containsEntry("process.parent.pid", 1L)
        .containsEntry("user.name", "ada")
        .containsEntry("related.hash", "ab12");
  }

  @Test
  void mailOfFortiMail_hasSenderAndReceiver() {
    Event event =
        DeviceLines.event(
            "<187>date=2026-03-01,time=12:00:00,device_id=FE7,log_id=0200000007,type=statistics,pri=information,"
                + "session_id=\"s7\",client_name=\"pc7\",dst_ip=\"198.51.100.1\",from=\"eve@example.net\","
                + "to=\"ada@example.org\",subject=\"a, b\",mailer=\"mta\",disposition=\"Reject\"");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "fortinet_fortimail.log")
        .containsEntry("event.outcome", "failure")
        .containsEntry("email.from.address", "eve@example.net")
        .containsEntry("email.subject", "a, b")
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("observer.serial_number", "FE7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pc7,Event Description: Portscan,Local Host IP: 192.0.2.7,Remote Host IP: 198.51.100.1,Inbound,TCP,"
            + "Begin: 2026-03-01 12:00:00,User Name: ada",
        "Scan ID: 7,Begin: 2026-03-01 12:00:00,End: 2026-03-01 12:01:00,Started,Computer: pc7,User Name: ada",
        "Risk found,Computer name: pc7,Application name: x,User Name: ada,Event time: 2026-03-01 12:00:00",
        "pc7,Category: 0,CVE,New content failed,User Name: ada,Event time: 2026-03-01 12:00:00",
        "Site: s,Server: pc7,Domain: d,Admin: ada,Log on,Event time: 2026-03-01 12:00:00"
      })
  void lineOfSymantec_withoutSyslog_isRead(String line) {
    Event event = FormatFixtures.text(line);

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "symantec_endpoint.log")
        .containsEntry("user.name", "ada")
        .doesNotContainKey("error.message");
  }

  @Test
  void eventOfFortiManager_hasItsZone() {
    Event event =
        DeviceLines.event(
            "date=2026-03-01 time=12:00:00 tz=\"+0500\" devname=fm7 device_id=FMG7 log_id=0031040026 type=event"
                + " subtype=logfile pri=information user=\"ada\" msg=\"Rolled a file\" action=\"roll\"");

    assertThat(event.time()).isEqualTo("2026-03-01T07:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "fortinet_fortimanager.log")
        .containsEntry("event.action", "roll")
        .containsEntry("host.name", "fm7")
        .containsEntry("message", "Rolled a file")
        .containsEntry("user.name", "ada");
  }

  @Test
  void trafficOfSymantec_hasBothEnds() {
    Event event =
        DeviceLines.event(
            "pc7,Local Host IP: 198.51.100.1,Local Port: 80,Local Host MAC: 02005E10000A,Remote Host IP: 192.0.2.7,"
                + "Remote Port: 50000,TCP,Inbound,Begin: 2026-03-01 12:00:00,End Time: 2026-03-01 12:00:05,"
                + "Application: C:/a/b.exe,Rule: Block,User Name: ada,Domain Name: EX,Action: Blocked");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "symantec_endpoint.log")
        .containsEntry("event.action", "blocked")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.direction", "inbound")
        .containsEntry("host.mac", "02-00-5E-10-00-0A")
        .containsEntry("host.hostname", "pc7")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("destination.mac", "02-00-5E-10-00-0A")
        .containsEntry("process.name", "b.exe")
        .containsEntry("related.ip", List.of("192.0.2.7", "198.51.100.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-03-01T12:00:00.500Z] I other: action=EXEC|decision=DENY",
        "date=2026-03-01 time=12:00:00 devname=x devid=y type=traffic",
        "Site: home",
        ""
      })
  void otherLine_isNone(String line) {
    assertThat(new PairLog(ZoneOffset.UTC).read(line)).isEmpty();
  }

  @Test
  void badValue_isKept() {
    Event event =
        DeviceLines.any("[2026-03-01T12:00:00.500Z] I santad: action=EXEC|pid=many|user=ada");

    assertThat(event.nativeFields()).containsEntry("pid", "many");
    assertThat(event.ecsFields())
        .containsEntry("user.name", "ada")
        .doesNotContainKey("process.pid");
  }

  @Test
  void kinds_haveASectionEach() {
    assertThat(PairLog.KINDS)
        .isNotEmpty()
        .allSatisfy(kind -> assertThat(PairLog.TABLE.section(kind.name())).isPresent());
  }
}
