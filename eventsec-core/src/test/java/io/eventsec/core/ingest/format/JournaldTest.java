package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournaldTest {
  private static final String HEAD =
      "{'__CURSOR':'s=1','__REALTIME_TIMESTAMP':'1772366400123456','_BOOT_ID':'b','_HOSTNAME':'h1',"
          + "'_MACHINE_ID':'m','_PID':'42','_UID':'0','_COMM':'sshd','_EXE':'/usr/sbin/sshd',"
          + "'_CMDLINE':'sshd: ada [priv]','_SYSTEMD_UNIT':'ssh.service','SYSLOG_IDENTIFIER':'sshd',"
          + "'SYSLOG_FACILITY':'4','PRIORITY':'6','_TRANSPORT':'syslog','MESSAGE':";
  private static final String FAILED = "Failed password for root from 192.0.2.7 port 50000 ssh2";

  @Test
  void entry_hasWhatTheJournalKnows_andWhatTheProgramSays() {
    Event event = event(HEAD + '\'' + FAILED + "'}");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.123456Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "system.auth")
        .containsEntry("event.category", "authentication")
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "root")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("host.name", "h1")
        .containsEntry("host.id", "m")
        .containsEntry("process.pid", 42L)
        .containsEntry("process.name", "sshd")
        .containsEntry("process.executable", "/usr/sbin/sshd")
        .containsEntry("service.name", "ssh.service")
        .containsEntry("log.level", "informational")
        .containsEntry("log.syslog.facility.name", "security/authorization")
        .containsEntry("message", FAILED)
        .doesNotContainKey("error.message");
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
  }

  @Test
  void messageOfBytes_isText() {
    List<Byte> bytes = new ArrayList<>();
    for (byte one : FAILED.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(one);
    }
    Event event = event(HEAD + bytes + '}');

    assertThat(event.value("MESSAGE")).isEqualTo(FAILED);
    assertThat(event.ecsFields()).containsEntry("user.name", "root");
  }

  @Test
  void messageOfAnotherFormat_isDecoded() {
    assertThat(
            event(HEAD + "'type=USER_LOGIN msg=audit(1772366400.123:7): pid=1 res=failed'}")
                .ecsFields())
        .containsEntry("event.dataset", "auditd.log")
        .containsEntry("event.action", "logged-in")
        .containsEntry("host.name", "h1");
  }

  @Test
  void badValues_leaveTheirNeighboursAlone() {
    assertThat(
            event("{'__REALTIME_TIMESTAMP':'soon','MESSAGE':'hi','_PID':'x','PRIORITY':'99'}")
                .ecsFields())
        .containsEntry("message", "hi")
        .containsEntry("event.dataset", "system.journal")
        .containsKey("error.message")
        .doesNotContainKeys("process.pid", "log.level");
  }
}
