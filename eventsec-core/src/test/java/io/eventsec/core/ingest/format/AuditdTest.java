package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.AuditJoiner;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditdTest {
  private static final String STAMP = "msg=audit(1772366400.250:77): ";
  private static final String SYSCALL =
      "type=SYSCALL "
          + STAMP
          + "arch=c000003e syscall=59 success=yes exit=0 a0=55d0 a1=55d8 a2=55e0 a3=8 items=2"
          + " ppid=41 pid=42 auid=1000 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0"
          + " tty=pts0 ses=3 comm=\"curl\" exe=\"/usr/bin/curl\" subj=unconfined key=\"tools\""
          + "\u001DARCH=x86_64 SYSCALL=execve AUID=\"ada\" UID=\"root\" GID=\"root\"";

  private static Event event(String... lines) {
    AuditJoiner joiner = new AuditJoiner();
    List<byte[]> joined = new ArrayList<>();
    for (String line : lines) {
      joined.addAll(joiner.convert(line.getBytes(StandardCharsets.UTF_8)));
    }
    joined.addAll(joiner.flush());
    assertThat(joined).hasSize(1);
    DecodedBatch decoded = EventDecoder.standard().decode(Batches.of(RawBatch.AUTO, joined.get(0)));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  @Test
  void startOfAProgram_isOneEvent() {
    Event event =
        event(
            SYSCALL,
            "type=EXECVE " + STAMP + "argc=3 a0=\"curl\" a1=\"-s\" a2=687474703A2F2F782F6120622F",
            "type=CWD " + STAMP + "cwd=\"/home/ada\"",
            "type=PATH "
                + STAMP
                + "item=0 name=\"./curl\" inode=7 dev=08:01 mode=0100755 ouid=0"
                + " ogid=0 rdev=00:00 nametype=NORMAL\u001DOUID=\"root\" OGID=\"root\"",
            "type=PROCTITLE " + STAMP + "proctitle=6375726C002D73",
            "type=EOE " + STAMP);

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.250Z");
    assertThat(event.ecsFields())
        .containsEntry("event.module", "auditd")
        .containsEntry("event.dataset", "auditd.log")
        .containsEntry("event.category", "process")
        .containsEntry("event.type", "start")
        .containsEntry("event.action", "executed")
        .containsEntry("event.outcome", "success")
        .containsEntry("event.sequence", 77L)
        .containsEntry("process.args", List.of("curl", "-s", "http://x/a b/"))
        .containsEntry("process.command_line", "curl -s http://x/a b/")
        .containsEntry("process.executable", "/usr/bin/curl")
        .containsEntry("process.title", "curl -s")
        .containsEntry("process.pid", 42L)
        .containsEntry("process.parent.pid", 41L)
        .containsEntry("user.id", "0")
        .containsEntry("user.name", "root")
        .containsEntry("file.path", "/home/ada/curl")
        .containsEntry("file.owner", "root")
        .containsEntry("file.mode", "0755")
        .containsEntry("file.type", "file")
        .containsEntry("tags", "tools");
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
    assertThat(event.value("type"))
        .isEqualTo(List.of("SYSCALL", "EXECVE", "CWD", "PATH", "PROCTITLE", "EOE"));
    assertThat(event.value("a0")).isEqualTo(List.of("55d0", "curl"));
    assertThat(event.value("SYSCALL")).isEqualTo("execve");
    assertThat(event.value("AUID")).isEqualTo("ada");
  }

  @Test
  void lineAlone_isAnEventToo() {
    Event event =
        event("node=h1 type=EXECVE " + STAMP + "argc=2 a0=\"chmod\" a1_len=2 a1[0]=37 a1[1]=3737");

    assertThat(event.value("a1")).isEqualTo("777");
    assertThat(event.ecsFields())
        .containsEntry("process.command_line", "chmod 777")
        .containsEntry("host.name", "h1")
        .containsEntry("event.action", "executed");
  }

  @Test
  void callsName_isToldByItsNumber_ofTheMachine() {
    String line = "type=SYSCALL " + STAMP + "arch=%s syscall=%s success=no exit=-13 pid=1";

    assertThat(event(line.formatted("c000003e", "62")).value("SYSCALL")).isEqualTo("kill");
    assertThat(event(line.formatted("40000003", "11")).value("SYSCALL")).isEqualTo("execve");
    assertThat(event(line.formatted("c00000b7", "221")).value("SYSCALL")).isEqualTo("execve");
    assertThat(event(line.formatted("c000003e", "9999")).value("SYSCALL")).isNull();
    assertThat(event(line.formatted("c000003e", "2")).ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("error.code", "EACCES")
        .containsEntry("event.action", "opened-file");
  }

  @Test
  void connection_goesToTheSocketsAddress() {
    assertThat(
            event(
                    "type=SYSCALL " + STAMP + "arch=c000003e syscall=42 success=yes exit=0 pid=5",
                    "type=SOCKADDR "
                        + STAMP
                        + "saddr=0A0001BB0000000020010DB800000000000000000000000100000000"
                        + "\u001DSADDR={ saddr_fam=inet6 laddr=2001:db8::1 lport=443 }")
                .ecsFields())
        .containsEntry("destination.ip", "2001:db8::1")
        .containsEntry("destination.port", 443L)
        .containsEntry("network.direction", "egress")
        .containsEntry("event.category", "network");
  }

  @Test
  void failedLogin_isOfTheAccountThatWasTried() {
    assertThat(
            event(
                    "type=USER_LOGIN "
                        + STAMP
                        + "pid=9 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct=\"bob\""
                        + " exe=\"/usr/sbin/sshd\" hostname=? addr=192.0.2.9 terminal=ssh res=failed'"
                        + "\u001DUID=\"root\" AUID=\"unset\"")
                .ecsFields())
        .containsEntry("event.category", "authentication")
        .containsEntry("event.action", "logged-in")
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "bob")
        .containsEntry("source.ip", "192.0.2.9")
        .doesNotContainKeys("user.id", "source.domain");
  }

  @Test
  void switchOfUser_isOfWhoSwitches() {
    assertThat(
            event(
                    "type=USER_AUTH "
                        + STAMP
                        + "pid=9 uid=1000 auid=1000 ses=1 msg='op=PAM:authentication acct=\"root\""
                        + " exe=\"/usr/bin/su\" hostname=? addr=? terminal=pts/0 res=success'")
                .ecsFields())
        .containsEntry("user.id", "1000")
        .containsEntry("user.effective.name", "root")
        .doesNotContainKeys("user.name", "user.effective.id");
  }

  @Test
  void kernelsOwnLog_hasNumbers_alsoWithinSyslog() {
    Event event =
        FormatFixtures.event(
            "<4>Mar  1 12:00:00 h1 kernel: [   12.345678] audit: type=1400 audit(1772366400.250:77):"
                + " apparmor='DENIED' operation='open' profile='/usr/sbin/x' name='/etc/shadow'"
                + " pid=7 comm='x'");

    assertThat(event.value("type")).isEqualTo("AVC");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "auditd.log")
        .containsEntry("event.action", "violated-apparmor-policy")
        .containsEntry("event.outcome", "failure")
        .containsEntry("file.path", "/etc/shadow");
  }

  @Test
  void markAsSyslogWritesIt_isNoPartOfAValue() {
    Event event = event(SYSCALL.replace("\u001D", "#035"));

    assertThat(event.value("key")).isEqualTo("tools");
    assertThat(event.value("AUID")).isEqualTo("ada");
  }

  @Test
  void longLines_areReadToTheirEnd() {
    String head = "type=EXECVE " + STAMP;
    // One that looks at a place again for each other place would not come back from these.
    for (String part :
        List.of("a1[0]=\"", "{ ", "a=\"", "key=\u0001", "x=' ", "avc: ", "((", "=")) {
      String line = head + part.repeat((1024 * 1024 - head.length()) / part.length());
      assertThat(new Auditd().read(line)).isPresent();
    }
  }
}
