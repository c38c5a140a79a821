package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiscoTest {

  @Test
  void connectionToTheOutside_startsInside() {
    Event event =
        DeviceLines.event(
            "<166>Nov 27 2026 08:15:30 fw1 : %ASA-6-302013: Built outbound TCP connection 77 for"
                + " outside:198.51.100.7/443 (198.51.100.7/443) to inside:10.1.1.9/50001"
                + " (203.0.113.1/50002)");

    assertThat(event.time().toString()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_asa.log")
        .containsEntry("event.code", "302013")
        .containsEntry("event.severity", 6L)
        .containsEntry("event.action", "flow-creation")
        .containsEntry("event.type", List.of("connection", "start"))
        .containsEntry("network.direction", "outbound")
        .containsEntry("network.transport", "tcp")
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("source.nat.ip", "203.0.113.1")
        .containsEntry("destination.port", 443L)
        .containsEntry("observer.ingress.interface.name", "inside")
        .containsEntry("observer.name", "fw1")
        .doesNotContainKeys("destination.nat.ip", "process.name");
  }

  @Test
  void connectionThatEnds_hasDurationBytesAndUser() {
    assertThat(
            DeviceLines.event(
                    "%ASA-6-302014: Teardown TCP connection 77 for outside:192.0.2.1/53723(LOCAL\\ada) to"
                        + " inside:10.1.1.9/22 duration 1:00:30 bytes 9000 TCP FINs from outside (ada)")
                .ecsFields())
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 22L)
        .containsEntry("network.bytes", 9000L)
        .containsEntry("event.duration", 3_630_000_000_000L)
        .containsEntry("event.reason", "TCP FINs")
        .containsEntry("user.name", "ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "106001: Inbound TCP connection denied from 192.0.2.1/5 to 10.1.1.9/22 flags SYN  on interface"
            + " outside",
        "106006: Deny inbound UDP from 192.0.2.1/5 to 10.1.1.9/22 on interface outside",
        "106010: Deny inbound tcp src outside:192.0.2.1/5 dst inside:10.1.1.9/22",
        "106014: Deny inbound icmp src outside:192.0.2.1 dst inside:10.1.1.9 (type 8, code 0)",
        "106015: Deny TCP (no connection) from 192.0.2.1/5 to 10.1.1.9/22 flags RST  on interface outside",
        "106016: Deny IP spoof from (192.0.2.1) to 10.1.1.9 on interface outside",
        "106021: Deny UDP reverse path check from 192.0.2.1 to 10.1.1.9 on interface outside",
        "106023: Deny tcp src outside:192.0.2.1/5 dst inside:10.1.1.9/22 by access-group \"acl\" [0x0, 0x0]",
        "106023: Deny icmp src outside:192.0.2.1 dst inside:10.1.1.9 (type 8, code 0) by access-group"
            + " \"acl\" [0x0, 0x0]",
        "106100: access-list acl denied tcp outside/192.0.2.1(5) -> inside/10.1.1.9(22) hit-cnt 1 first hit"
            + " [0x1, 0x0]",
        "313005: No matching connection for ICMP error message: icmp src outside:192.0.2.1 dst"
            + " inside:10.1.1.9 (type 3, code 3) on outside interface.  Original IP payload: udp",
        "434002: SFR requested to drop TCP packet from outside:192.0.2.1/5 to inside:10.1.1.9/22",
        "710003: TCP access denied by ACL from 192.0.2.1/5 to outside:10.1.1.9/22"
      })
  void refusals_sayFromWhereToWhere(String message) {
    assertThat(DeviceLines.event("<164>Nov 27 2026 08:15:30: %ASA-4-" + message).ecsFields())
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.ip", "10.1.1.9")
        .containsEntry("event.outcome", "failure")
        .hasEntrySatisfying(
            "event.type", types -> assertThat((List<?>) types).asList().contains("denied"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "113005: AAA user authentication Rejected : reason = Invalid password : server = 10.0.0.5 : user ="
            + " ada : user IP = 192.0.2.1#failure",
        "113012: AAA user authentication Successful : local database : user = ada#success",
        "113015: AAA user authentication Rejected : reason = Invalid password : local database : user = ada"
            + " : user IP = 192.0.2.1#failure",
        "605004: Login denied from 192.0.2.1/5 to outside:10.1.1.9/ssh for user \"ada\"#failure",
        "605005: Login permitted from 192.0.2.1/5 to outside:10.1.1.9/https for user \"ada\"#success",
        "611101: User authentication succeeded: IP address: 192.0.2.1, Uname: ada#success",
        "716039: Group <vpn> User <ada> IP <192.0.2.1> Authentication: rejected, Session Type:"
            + " WebVPN.#failure",
        "109006: Authentication failed for user 'ada' from 192.0.2.1/5 to 10.1.1.9/22 on interface"
            + " outside#failure",
        "111010: User 'ada', running 'CLI' from IP 192.0.2.1, executed 'write mem'#success"
      })
  void users_areNamed(String message, String outcome) {
    assertThat(DeviceLines.event("%ASA-6-" + message).ecsFields())
        .containsEntry("user.name", "ada")
        .containsEntry("event.outcome", outcome);
  }

  @Test
  void vpnThatEnds_hasItsTraffic() {
    assertThat(
            DeviceLines.event(
                    "%ASA-4-113019: Group = vpn, Username = ada, IP = 192.0.2.1, Session disconnected."
                        + " Session Type: SSL, Duration: 1h:00m:05s, Bytes xmt: 10, Bytes rcv: 20, Reason:"
                        + " User Requested")
                .ecsFields())
        .containsEntry("event.duration", 3_605_000_000_000L)
        .containsEntry("network.bytes", 30L)
        .containsEntry("event.reason", "User Requested");
  }

  @Test
  void secureFirewall_hasListsOfNames() {
    Event event =
        DeviceLines.event(
            "<113>2026-11-27T08:15:30Z ftd1 : %FTD-1-430003: AccessControlRuleAction: Block, SrcIP: 10.1.1.9,"
                + " DstIP: 198.51.100.7, SrcPort: 50001, DstPort: 443, Protocol: tcp, IngressZone: in,"
                + " ACPolicy: A, B, AccessControlRuleName: no, User: ada, ConnectionDuration: 3,"
                + " InitiatorBytes: 10, ResponderBytes: 20, URL: https://bad.example.org/x");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_ftd.log")
        .containsEntry("event.type", List.of("connection", "end", "denied"))
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("rule.name", "no")
        .containsEntry("rule.ruleset", "A, B")
        .containsEntry("network.bytes", 30L)
        .containsEntry("url.domain", "bad.example.org")
        .containsEntry("event.duration", 3_000_000_000L);
    assertThat(event.value("IngressZone")).isEqualTo("in");
  }

  @Test
  void routers_sayWhoChangedWhatAndWhoCame() {
    Event change =
        DeviceLines.event(
            "<189>29: *Nov 27 08:15:30.123: %SYS-5-CONFIG_I: Configured from console by ada on vty0"
                + " (192.0.2.1)");
    assertThat(change.ecsFields())
        .containsEntry("event.dataset", "cisco_ios.log")
        .containsEntry("event.code", "CONFIG_I")
        .containsEntry("event.provider", "SYS")
        .containsEntry("event.category", "configuration")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.1");
    assertThat(
            DeviceLines.event(
                    "<189>31: r1: Nov 27 08:15:30.123 UTC: %SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: ada]"
                        + " [Source: 192.0.2.1] [localport: 22] [Reason: Login Authentication Failed] at"
                        + " 08:15:30 UTC Fri Nov 27 2026")
                .ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada");
    assertThat(
            DeviceLines.event(
                    "<189>r1: 2026 Nov 27 08:15:30 UTC: %ETHPORT-5-IF_DOWN_LINK_FAILURE: Interface Ethernet1/1"
                        + " is down (Link failure)")
                .ecsFields())
        .containsEntry("observer.ingress.interface.name", "Ethernet1/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "IPACCESSLOGP: list 100 denied tcp 192.0.2.1(5) -> 10.1.1.9(22), 1 packet#denied",
        "IPACCESSLOGP: list 100 denied udp 192.0.2.1(5) (GigabitEthernet0/1 0011.2233.4455) ->"
            + " 10.1.1.9(22), 3 packets#denied",
        "IPACCESSLOGDP: list in permitted icmp 192.0.2.1 -> 10.1.1.9 (8/0), 1 packet#allowed",
        "IPACCESSLOGNP: list in denied 47 192.0.2.1 -> 10.1.1.9, 1 packet#denied"
      })
  void accessLists_areRules(String message, String verdict) {
    assertThat(DeviceLines.event("Nov 27 08:15:30: %SEC-6-" + message).ecsFields())
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.ip", "10.1.1.9")
        .containsEntry("event.type", List.of("connection", verdict))
        .containsKeys("rule.name", "network.transport", "source.packets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "r1#2026-11-27T08:15:30.123Z#<189>: r1: Nov 27 2026 08:15:30.123: ",
        "r1#2026-11-27T07:15:30.123Z#<189>: r1: 7001: Nov 27 2026 08:15:30.123 CET: ",
        "r1#2026-11-27T00:45:30.123Z#<189>7: r1: Nov 27 2026 08:15:30.123 UTC+07:30: ",
        "r1#2026-11-27T09:15:30.123Z#<189>7: r1: Nov 27 2026 08:15:30.123 UTC-1: ",
        "r1#2026-11-27T08:15:30Z#<189>Nov 27 2026 08:15:31 r1 RP/0/RP0/CPU0:Nov 27 2026 08:15:30 UTC: config[70]: ",
        "r1#2026-11-27T08:15:30.123Z#<189>r1: *emWeb: Nov 27 2026 08:15:30.123: ",
      })
  void heads_haveHostAndTime(String host, String time, String head) {
    Event event = text(head + " %SYS-5-CONFIG_I : Configured from console by ada on vty0");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_ios.log")
        .containsEntry("host.name", host)
        .containsEntry("user.name", "ada")
        .doesNotContainKey("error.message");
    assertThat(event.time()).hasToString(time);
  }

  @Test
  void numbersBeforeATimeInSmallLetters_areNoHost() {
    Event event =
        text(
            "<190>7001: 7002: Nov 27 2026 08:15:30.123 mdt: %IOSXE-6-PLATFORM: R0/0: cpp_cp: QFP:0.0"
                + " Thread:001 TS:0000 %FW-6-DROP_PKT: Dropping udp pkt from Gi1 192.0.2.1:5 => 10.1.1.9:53(target:class)"
                + "-(A_TO_B:deny) due to Policy drop with ip ident 1");

    assertThat(event.time()).hasToString("2026-11-27T14:15:30.123Z");
    assertThat(event.ecsFields())
        .containsEntry("event.code", "DROP_PKT")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 53L)
        .containsEntry("rule.name", "A_TO_B:deny")
        .doesNotContainKeys("host.name", "error.message");
  }

  @Test
  void messageThatNxOsRepeats_isOneOfItsOwn() {
    Event event = text("<187>sw7: 2026 Nov 27 08:15:30 UTC: last message repeated 3 time");

    assertThat(event.time()).hasToString("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("observer.vendor", "Cisco")
        .containsEntry("observer.name", "sw7")
        .containsEntry("log.syslog.priority", 187L)
        .containsEntry("message", "last message repeated 3 time")
        .doesNotContainKeys("event.code", "error.message");
  }

  @Test
  void messageThatIsRepeated_hasItsHost() {
    Event event = text("<191>: r1: Nov 27 2026 08:15:30.123 UTC: last message repeated 66 times");

    assertThat(event.time()).hasToString("2026-11-27T08:15:30.123Z");
    assertThat(event.ecsFields())
        .containsEntry("host.name", "r1")
        .containsEntry("message", "last message repeated 66 times");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "denied#FMANFP-6-IPV6ACCESSLOGP: R0/0: fman_fp_image:  list x denied udp 2001:db8::1(5) -> 2001:db8::9(53), 1"
            + " packet",
        "allowed#FMANFP-6-IPACCESSLOGP: F0: fman_fp_image: list x permitted tcp 02-00-5E-10-00-01 192.0.2.1(5) Te0/1->"
            + " 10.1.1.9(22), 1 packet",
        "denied#SEC-6-IPACCESSLOGSP: list x denied igmp 192.0.2.1 -> 224.0.0.2 (20), 1 packet",
        "denied#ACL-IPV4_ACL-6-IPACCESSLOGP : access-list x deny tcp 192.0.2.1(5) -> 10.1.1.9(22), 1 packet",
        "allowed#ACL-IPV4_ACL-6-IPACCESSLOGDP : access-list x permit icmp 192.0.2.1 -> 10.1.1.9 (8/0), 1 packet",
        "denied#IPV6_ACL-6-ACCESSLOGSP: list x denied ipv6 :: -> 2001:db8::9, 6 packets",
      })
  void accessListsOfOtherPlatforms_areRules(String verdict, String message) {
    assertThat(DeviceLines.event("Nov 27 08:15:30: %" + message).ecsFields())
        .containsEntry("rule.name", "x")
        .containsEntry("event.type", List.of("connection", verdict))
        .containsKeys("source.ip", "destination.ip", "network.transport", "source.packets");
  }

  @Test
  void meraki_isReadWhole() {
    assertThat(
            DeviceLines.event(
                    "<134>1 1795767330.774247467 MX84 flows src=10.1.1.9 dst=198.51.100.7 mac=00:11:22:33:44:55"
                        + " protocol=tcp sport=50001 dport=443 pattern: deny all")
                .ecsFields())
        .containsEntry("event.dataset", "cisco_meraki.log")
        .containsEntry("observer.name", "MX84")
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("source.mac", "00-11-22-33-44-55")
        .containsEntry("destination.port", 443L)
        .containsEntry("event.type", List.of("connection", "denied"));
    assertThat(
            DeviceLines.event(
                    "<134>1 1795767330.7 MX84 urls src=10.1.1.9:50001 dst=198.51.100.7:80"
                        + " mac=00:11:22:33:44:55 agent='curl/8' request: GET http://example.org/a?b=1")
                .ecsFields())
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.domain", "example.org")
        .containsEntry("source.port", 50001L);
    assertThat(
            DeviceLines.event(
                    "<134>1 1795767330.7 MX84 security_event ids_alerted signature=1:39867:3 priority=3"
                        + " dhost=00:11:22:33:44:55 direction=ingress protocol=udp/ip src=10.1.1.9:5"
                        + " dst=198.51.100.7:53 message: INDICATOR-COMPROMISE dns query")
                .ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("rule.id", "1:39867:3")
        .containsEntry("rule.name", "INDICATOR-COMPROMISE dns query");
  }
}
