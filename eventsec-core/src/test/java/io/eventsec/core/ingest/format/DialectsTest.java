package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices and relays write otherwise than most. */
class DialectsTest {
  @Test
  void colonBehindTheHost_isNoTag() {
    Event event =
        DeviceLines.event(
            "Nov 27 08:15:30 fw7: %FTD-6-302013: Built inbound TCP connection 7 for outside:192.0.2.7/50000"
                + " (192.0.2.7/50000) to inside:198.51.100.1/443 (203.0.113.9/443)");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_ftd.log")
        .containsEntry("host.name", "fw7")
        .containsEntry("observer.hostname", "fw7")
        .containsEntry("log.level", "informational")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.nat.ip", "203.0.113.9")
        .doesNotContainKey("process.name");
  }

  @Test
  void numberBeforeCiscosTime_isTheSequence() {
    assertThat(
            DeviceLines.event(
                    "<190>Nov 27 08:15:30 198.51.100.9 4711: Nov 27 08:15:29.100: %SEC-6-IPACCESSLOGP: list 7 denied tcp"
                        + " 192.0.2.7(50000) -> 198.51.100.1(22), 1 packet")
                .ecsFields())
        .containsEntry("event.sequence", 4711L)
        .containsEntry("host.ip", "198.51.100.9")
        .containsEntry("source.ip", "192.0.2.7")
        .doesNotContainKey("process.name");
  }

  @Test
  void facilityInWords_isSkipped() {
    assertThat(
            DeviceLines.event(
                    "Nov 27 08:15:30 <local0.info> 198.51.100.9 CEF:0|Citrix|NetScaler|NS14|APPFW|APPFW_XSS|6|src=192.0.2.7"
                        + " spt=50000 method=GET request=http://shop.example.org/a.php?b\\=c msg=Bad act=not blocked")
                .ecsFields())
        .containsEntry("host.ip", "198.51.100.9")
        .containsEntry("observer.vendor", "Citrix")
        .containsEntry("event.action", "not blocked")
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.scheme", "http")
        .containsEntry("url.domain", "shop.example.org")
        .containsEntry("url.path", "/a.php")
        .containsEntry("url.query", "b=c");
  }

  @Test
  void lengthBeforeTheMessage_isNoPartOfIt() {
    assertThat(
            DeviceLines.event(
                    "88 <86>2026-11-27T08:15:30+01:00 ds7 Manager Log CEF:0|Trend Micro|Deep Security Agent|20|600|Login|3|"
                        + "suser=ada msg=Hello")
                .ecsFields())
        .containsEntry("log.syslog.priority", 86L)
        .containsEntry("host.name", "ds7")
        .containsEntry("observer.product", "Deep Security Agent")
        .containsEntry("message", "Hello");
  }

  @Test
  void newFormInTheOld_isReadAsSuch() {
    Event event =
        DeviceLines.event(
            "Nov 27 08:15:30 relay7 1 2026-11-27T08:15:29+01:00 vpn7 PulseSecure: - - - 2026-11-27 08:15:29 - node7 -"
                + " [192.0.2.7] ada(Users)[] - Agent login succeeded for ada/Users (session:sid1) from 192.0.2.7 with"
                + " Pulse-Secure/9.1 (Windows 10) Pulse/9.1.");

    assertThat(event.time()).isEqualTo("2026-11-27T07:15:29Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "pulse_connect_secure.log")
        .containsEntry("event.action", "vpn_login")
        .containsEntry("event.outcome", "success")
        .containsEntry("host.name", "vpn7")
        .containsEntry("observer.name", "node7")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("user.name", "ada")
        .containsEntry("process.name", "PulseSecure")
        .containsEntry("log.syslog.version", "1");
  }

  @Test
  void firebox_hasSerialNumberAndMail() {
    assertThat(
            DeviceLines.event(
                    "<139>Nov 27 08:15:30 fb7 80B1C0D1E2F3 (2026-11-27T08:15:29) firewall: msg_id=\"1BFF-000F\" Allow Inside"
                        + " Outside tcp 192.0.2.7 198.51.100.1 50000 25 msg=\"SMTP request\" rcvd_bytes=\"20\" sent_bytes=\"10\""
                        + " sender=\"ada@example.org\" recipients=\"bob@example.org\" (SMTP-00)")
                .ecsFields())
        .containsEntry("event.dataset", "watchguard_firebox.log")
        .containsEntry("observer.serial_number", "80B1C0D1E2F3")
        .containsEntry("observer.hostname", "fb7")
        .containsEntry("process.name", "firewall")
        .containsEntry("event.category", List.of("email", "network"))
        .containsEntry("email.sender.address", "ada@example.org")
        .containsEntry("email.to.address", "bob@example.org")
        .containsEntry("network.bytes", 30L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80B1C0D1E2F3 firewall: msg_id=\"1BFF-000F\" Allow a b",
        "a (b firewall: msg_id=\"1BFF-000F\" Allow a b",
        "a (b) fire wall: msg_id=\"1BFF-000F\" Allow a b",
        "a (b) firewall msg_id=\"1BFF-000F\" Allow a b",
        "a (b) firewall: msg_id=\"1BFF-000F"
      })
  void otherHeadBeforeTheNumber_isNoFirebox(String line) {
    assertThat(new WatchGuard(ZoneOffset.UTC).read(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LAN_IN-2001-D,drop,denied,LAN_IN,2001",
    "LAN_IN-default-A,accept,allowed,LAN_IN,default",
    "LAN_IN-3-R,reject,denied,LAN_IN,3"
  })
  void ruleOfEdgeOs_isTakenApart(
      String prefix, String action, String type, String set, String rule) {
    assertThat(packet(prefix).ecsFields())
        .containsEntry("event.action", action)
        .containsEntry("event.type", List.of("connection", type))
        .containsEntry("rule.name", set)
        .containsEntry("rule.id", rule)
        .containsEntry("observer.name", "gw7")
        .containsEntry("network.type", "ipv4");
  }

  @Test
  void ruleBetweenZones_hasBoth() {
    assertThat(packet("inside-outside-30-A").ecsFields())
        .containsEntry("observer.ingress.zone", "inside")
        .containsEntry("observer.egress.zone", "outside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-D", "a-D", "--D", "a-b-X", "-1-D"})
  void otherPrefix_isTheRulesName(String prefix) {
    assertThat(packet(prefix).ecsFields())
        .containsEntry("rule.name", prefix)
        .doesNotContainKey("rule.id");
  }

  private static Event packet(String prefix) {
    return DeviceLines.event(
        "<4>Nov 27 08:15:30 gw7 kernel: ["
            + prefix
            + "]IN=eth0 OUT=eth1 MAC=02:00:5e:10:00:0a:02:00:5e:10:00:0b:08:00 SRC=192.0.2.7 DST=198.51.100.1 LEN=40"
            + " PROTO=TCP SPT=50000 DPT=443");
  }

  @Test
  void fortigateWithoutSerialNumber_isKnownByTheMessagesNumber() {
    assertThat(
            DeviceLines.event(
                    "<190>date=2026-11-27 time=08:15:30 logid=\"1059028704\" type=\"utm\" subtype=\"app-ctrl\" level=\"information\""
                        + " eventtime=1795767330 srcip=192.0.2.7 dstip=198.51.100.1 srcport=50000 dstport=443 proto=6"
                        + " applist=\"office\" action=\"pass\" scertcname=\"www.example.org\" scertissuer=\"Example CA\"")
                .ecsFields())
        .containsEntry("event.dataset", "fortinet_fortigate.log")
        .containsEntry("event.code", "1059028704")
        .containsEntry("event.start", "2026-11-27T08:15:30Z")
        .containsEntry("rule.ruleset", "office")
        .containsEntry("tls.server.x509.subject.common_name", "www.example.org");
  }

  @Test
  void filterOfAVirtualNetwork_hasItsNumber() {
    assertThat(
            DeviceLines.event(
                    "<134>1 2026-11-27T08:15:30Z gw7 filterlog 7 - - 5,,,1000000103,igb1.42,match,block,in,4,0x0,,64,1,0,DF,6,tcp,"
                        + "60,192.0.2.7,198.51.100.1,50000,22,0,S,1,,1,,mss")
                .ecsFields())
        .containsEntry("network.vlan.id", "42")
        .containsEntry("observer.ingress.vlan.id", "42");
  }

  @Test
  void offloadedFlow_hasBothEnds() {
    assertThat(
            DeviceLines.event(
                    "%FTD-6-805001: Offloaded TCP Flow for connection 7 from inside:192.0.2.7/50000 (203.0.113.9/50000) to"
                        + " outside:198.51.100.1/443 (198.51.100.1/443)")
                .ecsFields())
        .containsEntry("event.action", "flow-offload-started")
        .containsEntry("source.nat.ip", "203.0.113.9")
        .containsEntry("destination.port", 443L)
        .containsEntry("network.transport", "tcp");
  }

  @Test
  void panOsBehindAHead_keepsIt() {
    assertThat(
            DeviceLines.event(
                    "<14>Nov 27 08:15:30 pa7 1,2026/11/27 08:15:30,0011,TRAFFIC,end,2562,2026/11/27 08:15:29,192.0.2.7,198.51.100.1,"
                        + "0.0.0.0,0.0.0.0,rule7,,,ssl,vsys1,in,out,e1,e2,fwd,2026/11/27 08:15:29,1,1,50000,443,0,0,0x0,tcp,allow")
                .ecsFields())
        .containsEntry("log.syslog.priority", 14L)
        .containsEntry("observer.hostname", "pa7")
        .containsEntry("event.created", "2026-11-27T08:15:30Z")
        .containsEntry("rule.name", "rule7");
  }

  @Test
  void keycloaksServer_hasLoggerAndThread() {
    assertThat(
            DeviceLines.event(
                    "2026-11-27 08:15:30,500 WARN  [org.keycloak.services] (executor-thread-7) KC-SERVICES0047: metrics")
                .ecsFields())
        .containsEntry("event.dataset", "keycloak.log")
        .containsEntry("log.level", "WARN")
        .containsEntry("process.thread.name", "executor-thread-7")
        .containsEntry("message", "KC-SERVICES0047: metrics");
  }

  @Test
  void mailThatRspamdRejected_hasSenderAndVerdict() {
    String verdict =
        "<a1b2c3>; proxy; rspamd_task_write_log: id: <7@mail.example.org>, qid: <4Q7>, ip: 192.0.2.7, user: ada, from:"
            + " <eve@example.net>, (default: T (reject): [16.20/15.00] [X(4.00){203.0.113.5:from;},Y(0.00){a]), b;}]), len:"
            + " 2048, time: 120.5ms, dns req: 42, digest: <01>, rcpts: <bob@example.org>, mime_rcpts: <bob@example.org>";

    for (String head :
        List.of("Nov 27 08:15:30 mx7 rspamd[7]: ", "2026-11-27 08:15:30 #7(normal) ")) {
      assertThat(DeviceLines.event(head + verdict).ecsFields())
          .containsEntry("event.dataset", "rspamd.log")
          .containsEntry("event.action", "reject")
          .containsEntry("event.type", "denied")
          .containsEntry("event.outcome", "failure")
          .containsEntry("email.message_id", "7@mail.example.org")
          .containsEntry("email.local_id", "4Q7")
          .containsEntry("email.from.address", "eve@example.net")
          .containsEntry("email.to.address", "bob@example.org")
          .containsEntry("user.name", "ada")
          .containsEntry("source.ip", "192.0.2.7")
          .containsEntry("process.pid", 7L);
    }
  }

  @Test
  void webSphere_saysByALetterHowBadItIs() {
    assertThat(
            DeviceLines.event(
                    "[11/27/26 8:15:30:500 CET] 0000007b WebGroup      E   SRVE0255E: A group has not been defined.")
                .ecsFields())
        .containsEntry("event.dataset", "websphere_application_server.log")
        .containsEntry("event.type", "error")
        .containsEntry("event.code", "SRVE0255E")
        .containsEntry("log.level", "error")
        .containsEntry("log.logger", "WebGroup")
        .containsEntry("message", "A group has not been defined.");
    assertThat(
            DeviceLines.event("[11/27/26 8:15:30:500 CET] 0000001a com.ex.Main O ready: yes")
                .time())
        .isEqualTo("2026-11-27T07:15:30.500Z");
  }

  @Test
  void zabbix_hasProcessAndTime() {
    Event event = DeviceLines.event("  1234:20261127:081530.500 server #7 started [poller #1]");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30.500Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "zabbix.log")
        .containsEntry("process.pid", 1234L)
        .containsEntry("message", "server #7 started [poller #1]");
  }

  @Test
  void hostBeforeTheTime_isNexusOs() {
    assertThat(
            DeviceLines.event(
                    "<189>sw7: 2026 Nov 27 08:15:30 UTC: %ETHPORT-5-IF_DOWN_NONE: Interface Ethernet1/7 is down (None)")
                .ecsFields())
        .containsEntry("event.dataset", "cisco_ios.log")
        .containsEntry("event.code", "IF_DOWN_NONE")
        .containsEntry("host.name", "sw7")
        .containsEntry("log.syslog.priority", 189L);
  }

  @Test
  void newFormWithoutAZone_isInThatOfTheFormat() {
    Event event =
        DeviceLines.event(
            "<14>1 2026-11-27T08:15:30.040 srx7 RT_FLOW - RT_FLOW_SESSION_CREATE [junos@2636.1.1.1.2.41"
                + " source-address=\"192.0.2.7\" source-port=\"50000\" destination-address=\"198.51.100.1\""
                + " destination-port=\"443\" protocol-id=\"6\"]");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30.040Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "juniper_srx.log")
        .containsEntry("host.name", "srx7")
        .containsEntry("source.ip", "192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dhcp lease of ip 192.0.2.7 from mx mac 02:00:5E:10:00:0A for client mac 02:00:5E:10:00:0B from router 192.0.2.1"
            + " on subnet 255.255.255.0|dhcp_lease|success|client.mac|02-00-5E-10-00-0B",
        "dhcp no offers for mac 02:00:5E:10:00:0B|dhcp_no_offer|failure|client.mac|02-00-5E-10-00-0B",
        "client_vpn_connect user id 'ada@example.org' local ip 198.51.100.7 connected from 192.0.2.7|vpn_connect|success"
            + "|user.name|ada@example.org",
        "type=anyconnect_vpn_auth_failure msg= 'Peer IP=192.0.2.7 Peer port=50000 User[ada]: Authentication failed.'"
            + "|anyconnect_vpn_auth_failure|failure|source.ip|192.0.2.7",
        "type=8021x_eap_success radio='1' identity='ada' client_mac='02:00:5E:10:00:0B'|8021x_eap_success|success"
            + "|user.name|ada",
        "type=vpn_connectivity_change peer_contact='192.0.2.7:500' connectivity='false'|vpn_connectivity_change|failure"
            + "|destination.ip|192.0.2.7"
      })
  void eventOfMeraki_saysWhatHappenedToWhom(
      String text, String action, String outcome, String field, String value) {
    assertThat(DeviceLines.event("<134>1 1795767330.420000000 MX7 events " + text).ecsFields())
        .containsEntry("event.dataset", "cisco_meraki.log")
        .containsEntry("observer.hostname", "MX7")
        .containsEntry("event.action", action)
        .containsEntry("event.outcome", outcome)
        .containsEntry(field, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "27-Nov-2026 08:15:30.043 client 192.0.2.7#50000 UDP: query: www.example.net IN A response: NOERROR +"
            + " www.example.net 300 IN A 198.51.100.1;|dns_answer|www.example.net",
        "27-Nov-2026 08:15:30.043 client 192.0.2.7#50000: view 7: UDP: query: www.example.net IN A response: REFUSED -"
            + "|dns_answer|www.example.net",
        "client @0x7f 192.0.2.7#50000 (www.example.net): view 7: query: www.example.net IN A + (198.51.100.53)"
            + "|dns_query|www.example.net",
        "client @0x7f 192.0.2.7#50000 (a.example.net): rewriting query name 'a.example.net' to 'b.example.net', type A"
            + "|dns_query_rewritten|a.example.net",
        "client @0x7f 192.0.2.7#50000: updating zone 'example.net/IN': adding an RR at 'a.example.net' A 198.51.100.1"
            + "|dns_update|a.example.net"
      })
  void named_saysWhoAskedForWhat(String text, String action, String name) {
    assertThat(DeviceLines.event("<30>Nov 27 08:15:30 ns7 named[7]: " + text).ecsFields())
        .containsEntry("event.action", action)
        .containsEntry("dns.question.name", name)
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.port", 50_000L);
  }

  @Test
  void transferOfAZone_hasWhoAsked() {
    assertThat(
            DeviceLines.event(
                    "<30>Nov 27 08:15:30 ns7 named[7]: client @0x7f 192.0.2.7#50000 (example.net): transfer of"
                        + " 'example.net/IN': AXFR started (serial 3)")
                .ecsFields())
        .containsEntry("event.action", "dns_zone_transfer")
        .containsEntry("event.reason", "AXFR started (serial 3)")
        .containsEntry("source.ip", "192.0.2.7");
  }

  @Test
  void auditOfActiveMq_withTheTimeAtTheEnd() {
    Event event =
        DeviceLines.event(
            "INFO  | ada called org.example.QueueView.purge[] at 27-11-2026 08:15:30,100 | qtp7-43");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30.100Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "activemq.audit")
        .containsEntry("user.name", "ada");
  }

  @Test
  void noticeOfApache_isNoError() {
    String line = "[Fri Nov 27 08:15:30.500 2026] [mpm_event:LEVEL] [pid 7:tid 8] AH00489: ready";

    assertThat(DeviceLines.event(line.replace("LEVEL", "notice")).ecsFields())
        .containsEntry("event.type", "info");
    assertThat(DeviceLines.event(line.replace("LEVEL", "crit")).ecsFields())
        .containsEntry("event.type", "error");
  }

  @Test
  void versionOfTls_hasAProtocol() {
    Map<String, Object> fields =
        DeviceLines.event(
                "{\"LOGIN_KEY\":\"k\",\"EVENT_TYPE\":\"Login\",\"USER_ID\":\"0\",\"USER_ID_DERIVED\":\"0A\",\"TIMESTAMP_DERIVED\":"
                    + "\"2026-11-27T08:15:30Z\",\"TLS_PROTOCOL\":\"TLSv1.3\",\"USER_TYPE\":\"Standard\",\"SOURCE_IP\":\"192.0.2.7\"}")
            .ecsFields();

    assertThat(fields)
        .containsEntry("tls.version", "1.3")
        .containsEntry("tls.version_protocol", "tls")
        .containsEntry("user.id", "0A")
        .containsEntry("user.roles", "Standard");
  }
}
