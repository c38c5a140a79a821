package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanOsTest {
  private static final String SYSLOG = "<14>Nov 27 08:15:31 pa1 ";
  private static final String TIME = "2026/11/27 08:15:30";
  private static final String FLOW =
      "10.1.1.9,198.51.100.7,203.0.113.1,0.0.0.0,\"out, all\",lab\\ada,,web-browsing,vsys1,trust,untrust,"
          + "ethernet1/2,ethernet1/1,fwd,"
          + TIME
          + ",4711,1,50001,443,50002,443,0x400000,tcp,";

  @Test
  void traffic_hasPlacesForEverything() {
    Event event =
        DeviceLines.event(
            SYSLOG
                + head("TRAFFIC", "end")
                + FLOW
                + "allow,1000,100,900,7,"
                + TIME
                + ",12,any,0,99,0x0,United States,Germany,0,3,4,tcp-fin,0,0,0,0,,pa1,from-policy,,,0,,0,,N/A,0,0,0,"
                + "0,3b1c7f6e-0000-4000-8000-000000000001,0,0,,{a,b},,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"
                + "2026-11-27T09:15:30.123+01:00,,");

    assertThat(event.time().toString()).isEqualTo("2026-11-27T08:15:30.123Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "panw.panos")
        .containsEntry("event.action", "flow_terminated")
        .containsEntry("event.type", List.of("connection", "end", "allowed"))
        .containsEntry("event.outcome", "success")
        .containsEntry("event.duration", 12_000_000_000L)
        .containsEntry("event.reason", "tcp-fin")
        .containsEntry("rule.name", "out, all")
        .containsEntry("rule.uuid", "3b1c7f6e-0000-4000-8000-000000000001")
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("source.nat.ip", "203.0.113.1")
        .containsEntry("source.bytes", 100L)
        .containsEntry("destination.port", 443L)
        .containsEntry("network.bytes", 1000L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.application", "web-browsing")
        .containsEntry("observer.ingress.zone", "trust")
        .containsEntry("observer.egress.interface.name", "ethernet1/1")
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "lab")
        .doesNotContainKey("destination.nat.ip");
    assertThat(event.value("link_switches")).isEqualTo("{a;b}");
  }

  @Test
  void threats_areAlertsAndPages() {
    String tail =
        ",99,0x0,US,DE,0,text/html,0,,,1,\"Mozilla, 5\",,,https://example.org/,,,,,0,0,0,0,,pa1,,,,get";
    assertThat(
            DeviceLines.event(
                    SYSLOG
                        + head("THREAT", "url")
                        + FLOW
                        + "block-url,\"bad.example.org/a,b.php?x=1\",(9999),malware,informational,client-to-server"
                        + tail)
                .ecsFields())
        .containsEntry("event.action", "url_filtering")
        .containsEntry("event.outcome", "failure")
        .containsEntry("url.domain", "bad.example.org")
        .containsEntry("url.path", "/a,b.php")
        .containsEntry("user_agent.original", "Mozilla, 5")
        .containsEntry("http.request.method", "get")
        .containsEntry("rule.category", "malware");
    assertThat(
            DeviceLines.event(
                    SYSLOG
                        + head("THREAT", "vulnerability")
                        + FLOW
                        + "reset-both,\"x\",Shellshock(36729),any,critical,client-to-server"
                        + tail)
                .ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("event.action", "exploit_detected")
        .containsEntry("rule.description", "Shellshock(36729)")
        .containsEntry("log.level", "critical")
        .containsEntry("network.direction", "outbound");
  }

  @Test
  void otherTypes_sayWho() {
    assertThat(
            DeviceLines.event(
                    SYSLOG
                        + head("SYSTEM", "auth")
                        + ",auth-fail,,0,0,general,medium,\"failed authentication for user 'ada'. Reason: Invalid"
                        + " username/password. From: 192.0.2.1.\",99,0x0,0,0,0,0,,pa1")
                .ecsFields())
        .containsEntry("event.category", "authentication")
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.1");
    assertThat(
            DeviceLines.event(
                    SYSLOG
                        + head("CONFIG", "0")
                        + "192.0.2.1,,commit,admin,Web,Succeeded,config/devices,99,0x0,0,0,0,0,,pa1")
                .ecsFields())
        .containsEntry("event.category", "configuration")
        .containsEntry("event.action", "commit")
        .containsEntry("event.outcome", "success")
        .containsEntry("user.name", "admin")
        .containsEntry("observer.name", "pa1");
    assertThat(
            DeviceLines.event(
                    SYSLOG
                        + head("GLOBALPROTECT", "0")
                        + "vsys1,gateway-auth,login,LDAP,,ada,DE,pc1,192.0.2.1,0.0.0.0,0.0.0.0,0.0.0.0,id,,6.2,"
                        + "Windows,\"Windows 11, x64\",1,,,,failure,,0,,0,gw,99,0x0")
                .ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.category", List.of("authentication", "session"))
        .containsEntry("host.name", "pc1")
        .containsEntry("host.os.full", "Windows 11, x64");
    assertThat(
            DeviceLines.event(
                    head("USERID", "login")
                        + "vsys1,10.1.1.9,lab\\ada,agent,0,1,2700,0,0,agent,unknown,99,0x0")
                .ecsFields())
        .containsEntry("event.category", "iam")
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "lab");
    assertThat(
            DeviceLines.event(
                    head("HIPMATCH", "0")
                        + "ada,vsys1,pc1,Windows,10.1.1.9,patched,1,profile,0,0,99,0x0")
                .ecsFields())
        .containsEntry("rule.name", "patched")
        .containsEntry("host.name", "pc1");
  }

  private static String head(String type, String subtype) {
    return "1," + TIME + ",0011," + type + ',' + subtype + ",2560," + TIME + ',';
  }
}
