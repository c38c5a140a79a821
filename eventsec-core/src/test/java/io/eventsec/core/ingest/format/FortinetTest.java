package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class FortinetTest {
  private static final String HEAD =
      "<189>date=2026-11-27 time=09:15:30 devname=\"fw1\" devid=\"FG100\" tz=\"+0100\" vd=\"root\" ";

  @Test
  void traffic_hasFlowNatAndRule() {
    Event event =
        DeviceLines.event(
            HEAD
                + "logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" level=\"notice\""
                + " eventtime=1795767330000000001 srcip=10.1.1.9 srcport=50001 srcintf=\"port2\""
                + " srcintfrole=\"lan\" dstip=198.51.100.7 dstport=443 dstintf=\"wan1\" dstintfrole=\"wan\""
                + " proto=6 action=\"close\" policyid=7 policyname=\"out\" service=\"HTTPS\" trandisp=\"snat\""
                + " transip=203.0.113.1 transport=50002 duration=12 sentbyte=100 rcvdbyte=900 sentpkt=3"
                + " rcvdpkt=4 user=\"LAB\\ada\"");

    assertThat(event.time().toString()).isEqualTo("2026-11-27T08:15:30.000000001Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "fortinet_fortigate.log")
        .containsEntry("event.category", "network")
        .containsEntry("event.type", List.of("connection", "allowed", "end"))
        .containsEntry("event.action", "close")
        .containsEntry("event.outcome", "success")
        .containsEntry("event.duration", 12_000_000_000L)
        .containsEntry("event.code", "0000000013")
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("source.nat.ip", "203.0.113.1")
        .containsEntry("source.nat.port", 50002L)
        .containsEntry("destination.port", 443L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.protocol", "https")
        .containsEntry("network.bytes", 1000L)
        .containsEntry("network.packets", 7L)
        .containsEntry("rule.id", "7")
        .containsEntry("rule.name", "out")
        .containsEntry("user.name", "LAB\\ada")
        .containsEntry("observer.name", "fw1")
        .containsEntry("observer.ingress.zone", "lan")
        .containsEntry("observer.egress.interface.name", "wan1")
        .containsEntry("log.level", "notice")
        .containsEntry("log.syslog.priority", 189L)
        .containsEntry("related.ip", List.of("10.1.1.9", "198.51.100.7", "203.0.113.1"));
    assertThat(event.value("subtype")).isEqualTo("forward");
  }

  @Test
  void deniedTraffic_inCommas_isDenied_andHasTheLocalTime() {
    Event event =
        DeviceLines.event(
            "date=2026-11-27,time=08:15:30,devname=fw1,devid=FG100,logid=\"0001000014\",type=traffic,"
                + "subtype=local,level=notice,vd=root,srcip=192.0.2.1,dstip=192.0.2.2,proto=1,"
                + "service=\"icmp, all\",action=deny");

    assertThat(event.time().toString()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.type", List.of("connection", "denied", "end"))
        .containsEntry("event.outcome", "failure")
        .containsEntry("network.transport", "icmp")
        .containsEntry("network.protocol", "icmp, all");
  }

  @Test
  void utm_saysPageVirusAttackAndQuestion() {
    Event web =
        DeviceLines.event(
            HEAD
                + "logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" eventtype=\"ftgd_blk\""
                + " level=\"warning\" srcip=10.1.1.9 dstip=198.51.100.7 dstport=443 proto=6 service=\"HTTPS\""
                + " hostname=\"bad.example.org\" action=\"blocked\" url=\"/a/b.php?x=1\" catdesc=\"Malicious"
                + " Websites\" agent=\"curl/8\"");
    assertThat(web.ecsFields())
        .containsEntry("url.full", "https://bad.example.org/a/b.php?x=1")
        .containsEntry("url.domain", "bad.example.org")
        .containsEntry("url.path", "/a/b.php")
        .containsEntry("rule.category", "Malicious Websites")
        .containsEntry("event.outcome", "failure");

    Event virus =
        DeviceLines.event(
            HEAD
                + "type=\"utm\" subtype=\"virus\" level=\"warning\" srcip=10.1.1.9 dstip=198.51.100.7 proto=6"
                + " action=\"blocked\" filename=\"a.exe\" virus=\"EICAR_TEST_FILE\" virusid=2172");
    assertThat(virus.ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("event.category", "malware")
        .containsEntry("rule.name", "EICAR_TEST_FILE")
        .containsEntry("file.name", "a.exe");

    Event attack =
        DeviceLines.event(
            HEAD
                + "type=\"utm\" subtype=\"ips\" level=\"alert\" srcip=10.1.1.9 dstip=198.51.100.7 proto=6"
                + " action=\"dropped\" attack=\"Shellshock\" attackid=39294 direction=\"incoming\"");
    assertThat(attack.ecsFields())
        .containsEntry("rule.id", "39294")
        .containsEntry("network.direction", "inbound")
        .containsEntry("event.category", List.of("intrusion_detection", "network"));

    Event question =
        DeviceLines.event(
            HEAD
                + "type=\"utm\" subtype=\"dns\" level=\"notice\" srcip=10.1.1.9 dstip=10.0.0.53 proto=17"
                + " qname=\"example.org\" qtype=\"A\" xid=12 ipaddr=\"192.0.2.1, 192.0.2.2\" action=\"pass\"");
    assertThat(question.ecsFields())
        .containsEntry("dns.question.name", "example.org")
        .containsEntry("dns.resolved_ip", "192.0.2.1");
  }

  @Test
  void events_sayWhoCameAndWhatWasChanged() {
    Event login =
        DeviceLines.event(
            HEAD
                + "logid=\"0100032002\" type=\"event\" subtype=\"system\" level=\"alert\" logdesc=\"Admin login"
                + " failed\" user=\"ada\" ui=\"https(192.0.2.1)\" method=\"https\" srcip=192.0.2.1"
                + " dstip=192.0.2.2 action=\"login\" status=\"failed\" reason=\"passwd_invalid\" msg=\"no\"");
    assertThat(login.ecsFields())
        .containsEntry("event.category", "authentication")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.reason", "passwd_invalid")
        .containsEntry("user.name", "ada");

    Event change =
        DeviceLines.event(
            HEAD
                + "logid=\"0100044547\" type=\"event\" subtype=\"system\" level=\"information\" user=\"ada\""
                + " ui=\"GUI(192.0.2.1)\" action=\"Add\" cfgpath=\"system.admin\" cfgobj=\"eve\" msg=\"Add\"");
    assertThat(change.ecsFields())
        .containsEntry("event.category", List.of("configuration", "iam"))
        .containsEntry("event.type", "creation")
        .containsEntry("user.target.name", "eve");
    assertThat(change.value("cfgpath")).isEqualTo("system.admin");

    Event vpn =
        DeviceLines.event(
            HEAD
                + "type=\"event\" subtype=\"vpn\" level=\"information\" logdesc=\"SSL VPN tunnel up\""
                + " action=\"tunnel-up\" remip=203.0.113.9 tunnelip=10.212.134.200 user=\"ada\" msg=\"up\"");
    assertThat(vpn.ecsFields())
        .containsEntry("source.ip", "203.0.113.9")
        .containsEntry("client.ip", "10.212.134.200")
        .containsEntry("event.type", List.of("connection", "start"));
  }

  @Test
  void wrongValues_areProblems() {
    Event event =
        DeviceLines.any(
            HEAD + "type=\"traffic\" eventtime=x srcip=10.1.1.9 srcport=70000 duration=-1 proto=6");

    assertThat(String.valueOf(event.ecsFields().get("error.message")))
        .contains("eventtime", "srcport", "duration");
  }
}
