package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallsTest {

  @Test
  void filterlog_hasPacketOfEachProtocol() {
    Event tcp =
        DeviceLines.event(
            "<134>Nov 27 08:15:30 pf1 filterlog[123]: 5,,,1000000103,igb0,match,block,in,4,0x0,,64,1,0,DF,6,"
                + "tcp,60,192.0.2.1,10.1.1.9,50001,22,0,S,1,,64240,,mss");
    assertThat(tcp.ecsFields())
        .containsEntry("event.dataset", "pfsense.log")
        .containsEntry("event.action", "block")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("rule.id", "1000000103")
        .containsEntry("observer.ingress.interface.name", "igb0")
        .containsEntry("network.direction", "inbound")
        .containsEntry("network.transport", "tcp")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 22L)
        .containsEntry("network.bytes", 60L)
        .containsEntry("observer.name", "pf1");
    assertThat(tcp.value("tcpflags")).isEqualTo("S");
    assertThat(
            DeviceLines.event(
                    "<134>1 2026-11-27T08:15:30Z pf1 filterlog 123 - - 7,,,12,em1,match,pass,out,6,0x00,0x0,64,"
                        + "UDP,17,80,2001:db8::1,2001:db8::2,5353,53,40")
                .ecsFields())
        .containsEntry("network.type", "ipv6")
        .containsEntry("network.transport", "udp")
        .containsEntry("destination.port", 53L)
        .containsEntry("event.outcome", "success");
    assertThat(
            DeviceLines.event(
                    "5,,,12,em1,match,block,in,4,0x0,,64,1,0,none,1,icmp,84,192.0.2.1,10.1.1.9,request,1,2")
                .value("icmptype"))
        .isEqualTo("request");
    assertThat(
            DeviceLines.event(
                    "5,,,12,em1,match,pass,in,4,0x0,,255,1,0,DF,112,carp,56,192.0.2.1,224.0.0.18,advertise,255,"
                        + "1,2,0,1")
                .value("vhid"))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<134>1 2026-11-27T08:15:30Z gw1 CheckPoint 4711 - [action:\"Drop\"; flags:\"1\"; ifdir:\"inbound\";"
            + " ifname:\"eth0\"; loguid:\"{0x1,0x2}\"; origin:\"10.0.0.1\"; product:\"VPN-1 & FireWall-1\";"
            + " proto:\"6\"; rule_name:\"a \\\"b\\\"; c\"; s_port:\"50001\"; service:\"22\";"
            + " service_id:\"ssh\"; src:\"192.0.2.1\"; dst:\"10.1.1.9\"]",
        "<134>1 2026-11-27 08:15:30 gw1 CheckPoint 4711 - [action:\"Drop\"; ifname:\"eth0\";"
            + " proto:\"6\"; rule_name:\"a \\\"b\\\"; c\"; s_port:\"50001\"; service:\"22\";"
            + " src:\"192.0.2.1\"; dst:\"10.1.1.9\"]",
        "time=1795767330|hostname=gw1|product=Firewall|action=Drop|ifname=eth0|loguid={0x1}|origin=10.0.0.1|"
            + "src=192.0.2.1|dst=10.1.1.9|s_port=50001|service=22|proto=6|rule_name=a \"b\"; c"
      })
  void checkPoint_inBracketsAndBars_saysTheSame(String line) {
    Event event = DeviceLines.event(line);

    assertThat(event.time().toString()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "checkpoint.firewall")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 22L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("rule.name", "a \"b\"; c")
        .containsEntry("observer.ingress.interface.name", "eth0");
  }

  @Test
  void juniper_newAndOld_hasTheFlow() {
    assertThat(
            DeviceLines.event(
                    "<14>1 2026-11-27T08:15:30.123Z srx1 RT_FLOW - RT_FLOW_SESSION_CLOSE"
                        + " [junos@2636.1.1.1.2.129 reason=\"TCP FIN\" source-address=\"10.1.1.9\""
                        + " source-port=\"50001\" destination-address=\"198.51.100.7\" destination-port=\"443\""
                        + " service-name=\"junos-https\" nat-source-address=\"203.0.113.1\""
                        + " nat-source-port=\"50002\" protocol-id=\"6\" policy-name=\"out\""
                        + " source-zone-name=\"trust\" destination-zone-name=\"untrust\""
                        + " packets-from-client=\"3\" bytes-from-client=\"100\" packets-from-server=\"4\""
                        + " bytes-from-server=\"900\" elapsed-time=\"12\" application=\"UNKNOWN\"]")
                .ecsFields())
        .containsEntry("event.dataset", "juniper_srx.log")
        .containsEntry("event.action", "flow_close")
        .containsEntry("event.type", List.of("connection", "end", "allowed"))
        .containsEntry("source.nat.ip", "203.0.113.1")
        .containsEntry("network.bytes", 1000L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("rule.name", "out")
        .containsEntry("observer.egress.zone", "untrust")
        .containsEntry("event.duration", 12_000_000_000L)
        .doesNotContainKey("network.protocol");
    assertThat(
            DeviceLines.event(
                    "<14>Nov 27 08:15:30 srx1 RT_FLOW: RT_FLOW_SESSION_DENY: session denied 192.0.2.1/5->10.1.1.9/22"
                        + " junos-ssh 6(0) deny-all untrust trust UNKNOWN UNKNOWN N/A(N/A) ge-0/0/0.0")
                .ecsFields())
        .containsEntry("event.action", "flow_deny")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("rule.name", "deny-all")
        .containsEntry("network.transport", "tcp");
    assertThat(
            DeviceLines.event(
                    "<14>1 2026-11-27T08:15:30.123Z srx1 RT_IDP - IDP_ATTACK_LOG_EVENT [junos@2636.1.1.1.2.129"
                        + " epoch-time=\"1795767330\" source-address=\"192.0.2.1\" destination-address=\"10.1.1.9\""
                        + " protocol-name=\"TCP\" action=\"DROP\" attack-name=\"HTTP:X\" policy-name=\"p\"]")
                .ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("rule.name", "HTTP:X")
        .containsEntry("event.outcome", "failure");
  }

  @Test
  void sonicWall_hasPlacesWithZones() {
    assertThat(
            DeviceLines.event(
                    "<134>  id=firewall sn=0017C5000000 time=\"2026-11-27 08:15:30 UTC\" fw=203.0.113.1 pri=6 c=262144"
                        + " m=98 msg=\"Connection Opened\" n=1 src=10.1.1.9:50001:X0:host1"
                        + " dst=198.51.100.7:443:X1 proto=tcp/https sent=100 rcvd=900 rule=\"5 (LAN->WAN)\"")
                .ecsFields())
        .containsEntry("event.dataset", "sonicwall_firewall.log")
        .containsEntry("event.code", "98")
        .containsEntry("event.type", List.of("connection", "start"))
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("observer.ingress.interface.name", "X0")
        .containsEntry("destination.port", 443L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.protocol", "https")
        .containsEntry("network.bytes", 1000L);
  }

  @Test
  void sonicWall_hasTranslatedAddressesOfBothFamilies() {
    assertThat(
            DeviceLines.event(
                    "<134>  id=fw-berlin sn=0017C5000000 time=\"2026-11-27 08:15:30 UTC\" fw=203.0.113.1 pri=6 m=1235"
                        + " src=10.1.1.9:50001:X1 natSrcV6=[2001:db8::0:1]:1234 dst=198.51.100.7:80:X1"
                        + " natDstV6=2001:db8::2 proto=tcp/http fw_action=\"forward\"")
                .ecsFields())
        .containsEntry("observer.name", "fw-berlin")
        .containsEntry("observer.product", "SonicOS")
        .containsEntry("source.nat.ip", "2001:db8::1")
        .containsEntry("source.nat.port", 1234L)
        .containsEntry("destination.nat.ip", "2001:db8::2")
        .doesNotContainKey("destination.nat.port");
  }

  @Test
  void stormshield_hasItsZone() {
    Event event =
        DeviceLines.event(
            "<134>Nov 27 08:15:30 sns1 id=firewall time=\"2026-11-27 09:15:30\" fw=\"SN1\" tz=+0100"
                + " startime=\"2026-11-27 09:15:29\" pri=5 confid=01 slotlevel=2 ruleid=3 rulename=\"out\""
                + " srcif=\"Ethernet0\" srcifname=\"in\" ipproto=tcp proto=https src=10.1.1.9 srcport=50001"
                + " dst=198.51.100.7 dstport=443 action=block logtype=\"filter\"");

    assertThat(event.time().toString()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "stormshield.log")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("rule.name", "out")
        .containsEntry("network.transport", "tcp")
        .containsEntry("observer.ingress.interface.name", "in");
  }

  @Test
  void sophos_firewallAndUtm_areRead() {
    assertThat(
            DeviceLines.event(
                    "<30>device=\"SFW\" date=2026-11-27 time=08:15:30 timezone=\"UTC\" device_name=\"XG1\""
                        + " device_id=C1 log_id=010101600001 log_type=\"Firewall\" log_component=\"Firewall Rule\""
                        + " log_subtype=\"Denied\" status=\"Deny\" priority=Information duration=0 fw_rule_id=1"
                        + " in_interface=\"Port1\" src_ip=10.1.1.9 dst_ip=198.51.100.7 protocol=\"TCP\""
                        + " src_port=50001 dst_port=443 sent_bytes=10 recv_bytes=20 srczone=\"LAN\"")
                .ecsFields())
        .containsEntry("event.dataset", "sophos.xg")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("network.bytes", 30L)
        .containsEntry("observer.ingress.zone", "LAN");
    assertThat(
            DeviceLines.event(
                    "<30>2026:11:27-08:15:30 utm1 ulogd[4711]: id=\"2001\" severity=\"info\" sys=\"SecureNet\""
                        + " sub=\"packetfilter\" name=\"Packet dropped\" action=\"drop\" fwrule=\"60001\""
                        + " initf=\"eth0\" srcip=\"192.0.2.1\" dstip=\"10.1.1.9\" proto=\"17\" length=\"60\""
                        + " srcport=\"5\" dstport=\"53\"")
                .ecsFields())
        .containsEntry("event.dataset", "sophos.utm")
        .containsEntry("event.outcome", "failure")
        .containsEntry("network.transport", "udp")
        .containsEntry("rule.id", "60001")
        .containsEntry("observer.name", "utm1");
  }

  @Test
  void sophosFirewall_tellsSignatureProtocolAndUser() {
    assertThat(
            DeviceLines.event(
                    "device=\"SFW\" date=2026-11-27 time=08:15:30 timezone=\"UTC\" device_name=\"XG1\" device_id=C1"
                        + " log_id=020704406002 log_type=\"IDP\" log_component=\"Anomaly\" log_subtype=\"Drop\""
                        + " priority=Warning fw_rule_id=2 signature_id=26022 signature_msg=\"A name\""
                        + " classification=\"A trojan\" src_ip=10.1.1.9 dst_ip=198.51.100.7 category=\"Talk\"")
                .ecsFields())
        .containsEntry("rule.id", "26022")
        .containsEntry("rule.category", "A trojan")
        .containsEntry("event.severity", 4L)
        .containsEntry("event.type", List.of("info", "denied"));
    assertThat(
            DeviceLines.event(
                    "device=\"SFW\" date=2026-11-27 time=08:15:30 timezone=\"UTC\" device_name=\"XG1\" device_id=C1"
                        + " log_id=034806208001 log_type=\"Anti-Virus\" log_component=\"HTTPS\" log_subtype=\"Virus\""
                        + " priority=Critical fw_rule_id=2 user_name=\"ada\" usergroupname=\"Staff\""
                        + " virus=\"EICAR\" src_ip=10.1.1.9 dst_ip=198.51.100.7")
                .ecsFields())
        .containsEntry("network.protocol", "https")
        .containsEntry("source.user.name", "ada")
        .containsEntry("source.user.group.name", "Staff")
        .containsEntry("group.name", "Staff")
        .containsEntry("event.severity", 2L);
  }

  @Test
  void watchGuard_readsPlacesAndPairs() {
    assertThat(
            DeviceLines.event(
                    "<140>Nov 27 08:15:30 fb1 firewall: msg_id=\"3000-0148\" Deny External Trusted 52 tcp 20 127"
                        + " 192.0.2.1 10.1.1.9 5 22 offset 8 S 123 win 32 geo_src=\"USA\" (Unhandled-00)")
                .ecsFields())
        .containsEntry("event.dataset", "watchguard_firebox.log")
        .containsEntry("event.code", "3000-0148")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 22L)
        .containsEntry("observer.egress.interface.name", "Trusted")
        .containsEntry("rule.name", "Unhandled-00");
    assertThat(
            DeviceLines.event(
                    "<140>Nov 27 08:15:30 fb1 admd[1]: msg_id=\"1100-0004\" Authentication of Firebox user"
                        + " [ada@Firebox-DB] from 192.0.2.1 was rejected, password is incorrect")
                .ecsFields())
        .containsEntry("user.name", "ada@Firebox-DB")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("event.outcome", "failure");
  }

  @Test
  void zscaler_hasThePage() {
    assertThat(
            DeviceLines.event(
                    "2026-11-27 08:15:30\treason=Not allowed\tevent_id=7\tprotocol=HTTPS\taction=Blocked\t"
                        + "responsesize=90\trequestsize=10\turlcategory=Malware\tserverip=198.51.100.7\t"
                        + "requestmethod=GET\tuseragent=Mozilla/5.0 (X)\tproduct=NSS\tClientIP=10.1.1.9\tstatus=403\t"
                        + "user=ada@example.org\turl=bad.example.org/a?x=1\tvendor=Zscaler\t"
                        + "hostname=bad.example.org\tclientpublicIP=203.0.113.1\tthreatname=None")
                .ecsFields())
        .containsEntry("event.dataset", "zscaler_zia.web")
        .containsEntry("event.outcome", "failure")
        .containsEntry("url.domain", "bad.example.org")
        .containsEntry("user_agent.original", "Mozilla/5.0 (X)")
        .containsEntry("http.response.status_code", 403L)
        .containsEntry("network.bytes", 100L)
        .doesNotContainKey("threat.software.name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unbound[1]: [1:0] info: 10.1.1.9 example.org. A IN",
        "openvpn[1]: openvpn server 'ovpns1' user 'ada' address '10.1.1.9:1194' - connected",
        "Hostd: info hostd[1] [Originator@6876 sub=Vimsvc.ha-eventmgr] Event 12 : Cannot login root@10.1.1.9",
        "Connection: User [ada] from [10.1.1.9] failed to log in via [DSM] due to authorization failure.",
        "system,info,account user ada logged out from 10.1.1.9 via ssh",
        "apmd[1]: 01490500:5: /Common/ap:Common:1a2b: New session from client IP 10.1.1.9 (ST=/CC=/C=) at VIP"
      })
  void appliances_sayFromWhere(String message) {
    assertThat(DeviceLines.event("<30>Nov 27 08:15:30 h1 " + message).ecsFields())
        .containsEntry("source.ip", "10.1.1.9")
        .containsKeys("event.module", "event.action");
  }
}
