package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ModSecurity, MikroTik, Laurel, IIS in the log of Windows. */
class ServerLogsTest {
  private static final String RULE =
      " [file \"/crs/REQUEST-949.conf\"] [line \"93\"] [id \"949110\"] [msg \"Score \\\"25\\\"\"]"
          + " [severity \"CRITICAL\"] [tag \"attack-lfi\"] [tag \"crs\"] [hostname \"www.example.com\"]"
          + " [uri \"/a\"] [unique_id \"Y1\"]";

  @Test
  void modSecurityInApache_hasClientAndRule() {
    Event event =
        text(
            "[Sun Mar 01 12:00:00.500000 2026] [security2:error] [pid 7:tid 8] [client 2001:db8::7:4000]"
                + " [client 2001:db8::7] ModSecurity: Access denied with code 403 (phase 2). Operator GE."
                + RULE
                + ", referer: https://x");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.500Z");
    assertThat(event.ecsFields())
        .containsEntry("event.module", "modsecurity")
        .containsEntry("event.outcome", "failure")
        .containsEntry("source.ip", "2001:db8::7")
        .containsEntry("source.port", 4000L)
        .containsEntry("rule.id", "949110")
        .containsEntry("rule.category", List.of("attack-lfi", "crs"))
        .containsEntry("url.path", "/a")
        .containsEntry("event.id", "Y1")
        .doesNotContainKey("error.message");
    assertThat(String.valueOf(event.value("event.type"))).contains("denied");
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
  }

  @Test
  void modSecurityInNginx_hasTheRequest() {
    Event event =
        text(
            "2026/03/01 12:00:00 [error] 7#8: *9 [client 192.0.2.7] ModSecurity: Warning. Matched phrase."
                + RULE
                + ", client: 192.0.2.7, server: a, request: \"GET /b?c HTTP/1.1\", host: \"b.example.com\"");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.query", "c")
        .doesNotContainKeys("event.outcome", "error.message");
  }

  @Test
  void modSecurityWithoutARule_isStillTold() {
    assertThat(
            text("[client 192.0.2.7] ModSecurity: Audit log: Failed to lock [tag \"x").ecsFields())
        .containsEntry("event.module", "modsecurity")
        .containsEntry("source.ip", "192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firewall,info in: in:WAN out:(unknown 0), connection-state:new proto TCP (SYN),"
            + " 192.0.2.7:5->198.51.100.1:22, len 52|mikrotik.firewall|network|192.0.2.7",
        "firewall,info in: in:WAN out:LAN, src-mac e4:41:64:93:a8:0f, proto UDP,"
            + " [2001:db8::7]:5->[2001:db8::1]:53, len 52|mikrotik.firewall|network|2001:db8::7",
        "firewall,info in: in:WAN out:LAN, proto ICMP (type 8, code 0), 192.0.2.7->198.51.100.1, len 84"
            + "|mikrotik.firewall|network|192.0.2.7",
        "system,error,critical login failure for user ada from 192.0.2.7 via ssh"
            + "|mikrotik.system|authentication|192.0.2.7"
      })
  void mikroTik_isKnownByItsTopics(String line, String dataset, String category, String source) {
    Event event = text("2026-03-01T12:00:00+00:00 gw1 " + line);

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.module", "mikrotik")
        .containsEntry("event.dataset", dataset)
        .containsEntry("event.category", category)
        .containsEntry("source.ip", source)
        .containsEntry("host.name", "gw1")
        .doesNotContainKey("error.message");
  }

  @Test
  void mikroTik_messageThatNobodyKnows_isText() {
    assertThat(text("2026-03-01T12:00:00+00:00 gw1 system,info filter rule changed").ecsFields())
        .containsEntry("event.dataset", "mikrotik.system")
        .containsEntry("message", "filter rule changed");
  }

  @Test
  void laurel_isWhatAuditdWrites() {
    Event event =
        event(
            "{'ID':'1772366400.500:9','NODE':'web01','SYSCALL':{'arch':'0xc000003e','syscall':59,'success':"
                + "'yes','exit':0,'ppid':1,'pid':2,'auid':1000,'uid':1000,'euid':0,'comm':'su','exe':'/bin/su',"
                + "'ARCH':'x86_64','SYSCALL':'execve','UID':'ada','EUID':'root','ARGV':['0x1','0x2'],"
                + "'PPID':{'comm':'bash'}},'EXECVE':{'argc':2,'ARGV':['su','-l']},'PATH':[{'item':0,'name':"
                + "'/bin/su','nametype':'NORMAL','mode':'0o104755'},{'item':1,'name':'/lib/ld.so','nametype':"
                + "'NORMAL','mode':'0o100755'}],'PROCTITLE':{'ARGV':['su','-l']}}");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.500Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "auditd.log")
        .containsEntry("event.action", "executed")
        .containsEntry("event.sequence", 9L)
        .containsEntry("host.name", "web01")
        .containsEntry("process.executable", "/bin/su")
        .containsEntry("process.command_line", "su -l")
        .containsEntry("user.name", "ada")
        .containsEntry("user.effective.name", "root")
        .containsEntry("file.path", "/bin/su")
        .containsEntry("file.mode", "4755")
        .doesNotContainKey("error.message");
    assertThat(event.nativeFields())
        .containsEntry("exe", "/bin/su")
        .containsEntry("euid", "0")
        .containsEntry("type", List.of("SYSCALL", "EXECVE", "PATH", "PROCTITLE"));
  }

  @Test
  void iisInTheLogOfWindows_isARequest() {
    Event event =
        text(
            "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name="
                + "'Microsoft-Windows-IIS-Logging'/><EventID>6200</EventID><TimeCreated SystemTime="
                + "'2026-03-01T12:00:00Z'/><Channel>Microsoft-IIS-Logging/Logs</Channel><Computer>w1</Computer>"
                + "</System><EventData><Data Name='c-ip'>192.0.2.7</Data><Data Name='cs-username'>-</Data>"
                + "<Data Name='s-ip'>198.51.100.1</Data><Data Name='s-port'>443</Data><Data Name='cs-method'>GET"
                + "</Data><Data Name='cs-uri-stem'>/ecp/y.js</Data><Data Name='cs-uri-query'>a=b</Data>"
                + "<Data Name='sc-status'>404</Data><Data Name='csUser-Agent'>Mozilla/5.0+(X11)</Data>"
                + "<Data Name='cs-host'>-</Data></EventData></Event>");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "iis.access")
        .containsEntry("event.outcome", "failure")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.port", 443L)
        .containsEntry("url.path", "/ecp/y.js")
        .containsEntry("url.query", "a=b")
        .containsEntry("user_agent.original", "Mozilla/5.0 (X11)")
        .containsEntry("http.response.status_code", 404L)
        .doesNotContainKeys("user.name", "url.domain", "error.message");
    assertThat(event.nativeFields()).containsEntry("cs-user-agent", "Mozilla/5.0 (X11)");
  }

  @Test
  void tables_setFieldsOfEcsOnly() {
    assertThat(ModSecurity.TABLE.common().targets())
        .allMatch(field -> EcsField.named(field).isPresent());
  }
}
