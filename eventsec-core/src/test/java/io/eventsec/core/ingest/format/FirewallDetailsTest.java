package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What firewalls' lines say between the lines: zones, roles of interfaces, clocks, zeros. */
class FirewallDetailsTest {
  private static final String PORTAL =
      "1,2026/03/02 10:00:00,0099,GLOBALPROTECT,0,2305,2026/03/02 10:00:00,vsys1,gateway-auth,login,,IPSec,"
          + "EXAMPLE\\ada,%s,ws7,198.51.100.9,0.0.0.0,%s,0.0.0.0,id7,S7,6.1,Windows,\"Windows 11\",1,,,\"\",success,,0,,%s,"
          + "GW7,77,0x0,%s";

  @Test
  void tunnelOfGlobalProtect_hasTheMachineAndItsUser() {
    Event event =
        DeviceLines.any(
            String.format(PORTAL, "DE", "10.7.7.7", "0", "1970-01-01T01:00:00.000+01:00"));

    assertThat(event.time()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "EXAMPLE")
        .containsEntry("host.name", "ws7")
        .containsEntry("host.ip", "10.7.7.7")
        .containsEntry("source.geo.country_iso_code", "DE")
        .doesNotContainKeys("observer.name", "error.code");
  }

  @Test
  void regionThatIsARange_isNoCountry() {
    assertThat(
            DeviceLines.any(
                    String.format(PORTAL, "10.0.0.0-10.255.255.255", "0.0.0.0", "9", "none"))
                .ecsFields())
        .containsEntry("source.geo.name", "10.0.0.0-10.255.255.255")
        .containsEntry("error.code", "9")
        .doesNotContainKeys("source.geo.country_iso_code", "client.ip");
  }

  @Test
  void panOsOfTheCloud_isKnownByItsTimes() {
    assertThat(
            DeviceLines.any(
                    "7,2026-03-02T10:00:01.000000Z,no-serial,USERID,login,9.1,2026-03-02T10:00:00.000000Z,vsys1,"
                        + "10.7.7.7,EXAMPLE\\\\ada,,0,1,10800,0,0,vpn-client,globalprotect,7,0x0")
                .ecsFields())
        .containsEntry("event.dataset", "panw.panos")
        .containsEntry("user.name", "ada");
  }

  @ParameterizedTest
  @CsvSource({"trust,untrust,outbound", "untrust,trust,inbound", "Trust,trust,internal"})
  void zones_tellTheDirection(String from, String to, String direction) {
    assertThat(
            DeviceLines.any(
                    "1,2026/03/02 10:00:00,0099,THREAT,spyware,2305,2026/03/02 10:00:00,10.7.7.7,198.51.100.2,,,rule7,,,"
                        + "dns,vsys1,"
                        + from
                        + ','
                        + to
                        + ",e1,e2,lp,2026/03/02 10:00:00,7,1,50,53,0,0,0x0,udp,drop,\"x.example\",C2(77),any,high,client-to-server,9,0x0")
                .ecsFields())
        .containsEntry("network.direction", direction)
        .containsEntry("event.severity", 2L)
        .containsEntry(
            "event.category", List.of("malware", "intrusion_detection", "network", "threat"));
  }

  private static final String FORTI =
      "date=2026-03-02 time=10:00:00 devname=\"fg7\" devid=\"FG7\" logid=\"1\" type=\"utm\" subtype=\"dns\""
          + " eventtype=\"dns-query\" level=\"notice\" eventtime=%s tz=\"+0100\" srcip=10.7.7.7 srcintfrole=\"%s\""
          + " dstip=198.51.100.2 dstintfrole=\"%s\" proto=17 srccountry=\"Reserved\" dstcountry=\"Norway\" user=\"N/A\"";

  @ParameterizedTest
  @CsvSource({"lan,wan,outbound", "wan,lan,inbound", "lan,lan,internal", "wan,wan,external"})
  void rolesOfInterfaces_tellTheDirection(String from, String to, String direction) {
    assertThat(DeviceLines.event(String.format(FORTI, "1772442000000000007", from, to)).ecsFields())
        .containsEntry("network.direction", direction)
        .containsEntry("event.action", "dns-query")
        .containsEntry("destination.geo.country_name", "Norway")
        .doesNotContainKeys("source.geo.country_name", "user.name");
  }

  @Test
  void clockInWords_isBelievedWhereTheOtherIsFarFromIt() {
    assertThat(DeviceLines.event(String.format(FORTI, "1772442000000000007", "lan", "wan")).time())
        .isEqualTo("2026-03-02T09:00:00.000000007Z");
    assertThat(DeviceLines.event(String.format(FORTI, "1772000000000000007", "lan", "wan")).time())
        .isEqualTo("2026-03-02T09:00:00Z");
    assertThat(DeviceLines.any(String.format(FORTI, "soon", "lan", "wan")).time())
        .isEqualTo("2026-03-02T09:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "FSSO-logon,,start,success",
    "auth-logon,logon,start,success",
    "FSSO-logoff,,end,",
    "auth-timeout,failure,start,failure"
  })
  void usersOfFortiGate_comeAndGo(String action, String status, String type, String outcome) {
    Event event =
        DeviceLines.event(
            "date=2026-03-02 time=10:00:00 devid=\"FG7\" type=\"event\" subtype=\"user\" user=\"ada\" action=\""
                + action
                + "\" status=\""
                + (status == null ? "" : status)
                + '"');

    assertThat(event.ecsFields())
        .containsEntry("event.category", "authentication")
        .containsEntry("event.type", type);
    assertThat(event.ecsFields().get("event.outcome")).isEqualTo(outcome);
  }

  @Test
  void checkPoint_leavesZerosOutAndReadsTwoColons() {
    assertThat(
            DeviceLines.any(
                    "<134>1 2026-03-02T10:00:00Z gw7 CheckPoint 77 - [action:\"Accept\"; ifdir:\"outbound\"; ifname:\"eth7\";"
                        + " sys_message::\"policy installed\"; src:\"10.7.7.7\"; s_port:\"50\"; dst:\"198.51.100.2\";"
                        + " service:\"443\"; service_id:\"https\"; xlatesrc:\"0.0.0.0\"; xlatesport:\"2050\";"
                        + " xlatedst:\"0.0.0.0\"; xlatedport:\"0\"]")
                .ecsFields())
        .containsEntry("message", "policy installed")
        .containsEntry("network.direction", "outbound")
        .containsEntry("network.application", "https")
        .containsEntry("source.nat.port", 2050L)
        .containsEntry("client.ip", "10.7.7.7")
        .containsEntry("server.port", 443L)
        .doesNotContainKeys("source.nat.ip", "destination.nat.ip", "destination.nat.port");
  }

  @Test
  void natThatIsNoAddress_isKeptAndSaid() {
    Event event =
        DeviceLines.any(
            "<134>1 2026-03-02T10:00:00Z gw7 CheckPoint 77 - [action:\"Accept\"; src:\"10.7.7.7\"; xlatesrc:\"none7\"]");

    assertThat(event.nativeFields()).containsEntry("xlatesrc", "none7");
    assertThat(String.valueOf(event.value("error.message"))).contains("xlatesrc 'none7'");
  }

  private static final String JUNOS =
      "<28>1 2026-03-02T10:00:00Z srx7 %s - %s [junos@2636.1.1.1.2.40 %s]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sshd|SSHD_LOGIN_FAILED|username=\"ada\" source-address=\"192.0.2.7\"|ssh_login|failure",
        "kmd|KMD_PM_SA_ESTABLISHED|local-address=\"192.0.2.7\" remote-address=\"198.51.100.2\" argument1=\"outbound\"|ipsec_sa_established|success",
        "dot1xd|DOT1XD_USR_AUTHENTICATED|username=\"ada\" mac-address=\"02:00:5E:10:00:0A\"|port_authentication|success",
        "RT_UTM|AV_SCANNER_DROP_FILE_MT|source-address=\"192.0.2.7\" error-code=\"7\" error-message=\"not ready\"|AV_SCANNER_DROP_FILE_MT|failure",
        "RT_UTM|WEBFILTER_URL_BLOCKED|source-address=\"192.0.2.7\" url=\"a.example\" obj=\"/\"|web_filter|failure"
      })
  void junos_saysWhatWasDone(
      String program, String tag, String data, String action, String outcome) {
    assertThat(DeviceLines.event(String.format(JUNOS, program, tag, data)).ecsFields())
        .containsEntry("event.dataset", "juniper_srx.log")
        .containsEntry("event.kind", "event")
        .containsEntry("event.action", action)
        .containsEntry("event.outcome", outcome);
  }

  @Test
  void plainWordsOfJunos_areEventsToo() {
    assertThat(
            DeviceLines.event(
                    "<27>1 2026-03-02T10:00:00Z srx7 kmd 77 - - IKE negotiation failed with error: Timed out. IKE Version: 2,"
                        + " VPN: V7 Gateway: G7, Local: 192.0.2.7/500, Remote: 198.51.100.2/500, VR-ID: 5")
                .ecsFields())
        .containsEntry("event.dataset", "juniper_srx.log")
        .containsEntry("event.reason", "Timed out")
        .containsEntry("destination.ip", "198.51.100.2");
    assertThat(
            DeviceLines.event(
                    "<158>1 2026-03-02T10:00:00Z srx7 kernel - - - FW: ge-0/0/7.0 D udp 192.0.2.7 198.51.100.2 50 53")
                .ecsFields())
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("destination.port", 53L);
  }

  private static final String XG =
      "<30>device=\"SFW\" date=2026-03-02 time=10:00:00 timezone=\"UTC\" device_name=\"xg7\" device_id=S7 log_id=1"
          + " log_type=\"Anti-Virus\" log_component=\"FTP\" log_subtype=\"%s\" priority=Critical src_ip=10.7.7.7"
          + " src_country_code=%s dst_ip=198.51.100.2 dst_country_code=DE src_port=50 dst_port=21 protocol=\"TCP\""
          + " virus=\"%s\"";

  @Test
  void sophos_tellsWhatWasFoundFromWhatWasNot() {
    assertThat(DeviceLines.event(String.format(XG, "Virus", "R1", "EICAR")).ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("event.type", List.of("info", "denied"))
        .containsEntry("destination.geo.country_iso_code", "DE")
        .containsEntry("client.ip", "10.7.7.7")
        .containsEntry("server.port", 21L)
        .doesNotContainKey("source.geo.country_iso_code");
    assertThat(DeviceLines.event(String.format(XG, "Allowed", "NOR", "")).ecsFields())
        .containsEntry("event.kind", "event")
        .containsEntry("event.category", "network")
        .doesNotContainKey("source.geo.country_iso_code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DECRYPTION|10.7.7.7,198.51.100.2,,,rule7,,,ssl,vsys1,a,b,e1,e2,,2026/03/02 10:00:00,7,1,50,443,0,0,0x0,tcp,allow,N/A,,,,,u7,S,C,TLS1.3,ECDHE,AES_256_GCM,SHA384|decryption",
        "START|10.7.7.7,198.51.100.2,,,rule7,,,gre,vsys1,a,b,e1,e2,lp,,7,1,0,0,0,0,0x0,gre,allow,low,9,0x0,DE,NO|tunnel_started",
        "GTP|10.7.7.7,198.51.100.2,,,rule7,,,gtp,vsys1,a,b,e1,e2,lp,,7,,50,2123,,,,udp,allow,created|created",
        "SCTP|10.7.7.7,198.51.100.2,,,rule7,,,,vsys1,a,b,e1,e2,lp,,7,1,50,38412,,,,,sctp,allow|sctp",
      })
  void furtherTypesOfPanOs_areKnown(String type, String values, String action) {
    assertThat(
            DeviceLines.any(
                    "1,2026/03/02 10:00:00,0099," + type + ",0,2561,2026/03/02 10:00:00," + values)
                .ecsFields())
        .containsEntry("event.action", action)
        .containsEntry("rule.name", "rule7")
        .containsEntry("source.ip", "10.7.7.7")
        .containsEntry("destination.ip", "198.51.100.2");
  }
}
