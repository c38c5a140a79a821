package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of Cisco's firewalls beyond the flows that {@link CiscoTest} has. */
class CiscoMessagesTest {
  private static final String HEAD = "<166>Mar 02 2026 10:00:00 fw7 : ";

  private static Event event(String message) {
    return DeviceLines.event(HEAD + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%ASA-6-302022: Built director stub TCP connection for in:10.1.1.1/50 (192.0.2.1/50) to out:198.51.100.2/443 (198.51.100.2/443)|flow-creation",
        "%ASA-6-302023: Teardown stub TCP connection for in:10.1.1.1/50 to out:198.51.100.2/443 duration 0:00:01 forwarded bytes 7 Idle|flow-expiration",
        "%ASA-6-302026: Built backup stub ICMP connection for in:10.1.1.1/50 (192.0.2.1) to out:198.51.100.2/0 (198.51.100.2)|flow-creation",
        "%ASA-4-507003: tcp flow from in:10.1.1.1/50 to out:198.51.100.2/80 terminated by inspection engine, reason - reset|flow-expiration",
        "%ASA-5-434004: SFR requested ASA to bypass further packet redirection and process TCP flow from in:10.1.1.1/50 to out:198.51.100.2/80 locally|bypass",
        "%ASA-6-305011: Built dynamic TCP translation from in:proxy_7/50 to out:198.51.100.2/80|nat-creation",
        "%ASA-5-750002: Local:192.0.2.1:500 Remote:198.51.100.2:500 Username:ada Received a IKE_INIT_SA request|connection-started",
        "%ASA-4-750003: Local:gw7:500 Remote:198.51.100.2:500 Username:ada Negotiation aborted due to ERROR: no match|error",
        "%ASA-6-725001: Starting SSL handshake with client in:10.1.1.1/50 for TLSv1.3 session|tls-session",
        "%ASA-6-737026: IPAA: Session=0x77, Client assigned 10.9.9.9 from local pool staff|vpn-address",
        "%ASA-6-113039: Group staff User ada IP 198.51.100.2 AnyConnect parent session started.|client-vpn-connected",
        "%ASA-6-716059: Group <staff> User <ada> IP <198.51.100.2> AnyConnect session resumed. Connection from <198.51.100.3>.|client-vpn-connected",
        "%ASA-6-716002: Group staff User ada IP 198.51.100.2 WebVPN session terminated: Idle.|client-vpn-disconnected",
        "%ASA-4-113029: Group staff User ada IP 198.51.100.2 Session could not be established: limit reached|client-vpn-error",
        "%ASA-6-721018: (unit-2) WebVPN session for client user ada, IP 10.9.9.9 has been deleted.|client-vpn-disconnected",
        "%ASA-6-315011: SSH session from 10.1.1.1 on interface in for user ada disconnected by SSH server, reason: Idle|ssh-disconnected",
        "%ASA-6-716003: Group staff User ada IP 10.1.1.1 WebVPN access GRANTED: https://wiki.example.org/|webvpn-access",
        "%ASA-6-713905: Group = staff, IP = 198.51.100.2, no proposal fits|ike-notice",
        "%FTD-6-852002: Received Full Proxy to Lightweight event from application Snort for TCP flow 10.1.1.1/50 to 198.51.100.2/80|flow-changed",
      })
  void message_saysWhatWasDone(String message, String action) {
    assertThat(event(message).ecsFields()).containsEntry("event.action", action);
  }

  @Test
  void nameOfAHost_standsWhereItsAddressMay() {
    assertThat(
            event(
                    "%ASA-4-106023: Deny tcp src in:build_7/50 dst out:198.51.100.2/443 by access-group \"a\"")
                .ecsFields())
        .containsEntry("source.address", "build_7")
        .containsEntry("source.domain", "build_7")
        .containsEntry("source.port", 50L)
        .containsEntry("destination.ip", "198.51.100.2")
        .doesNotContainKey("source.ip");
  }

  @Test
  void identity_isTheUserOfItsEnd() {
    assertThat(
            event(
                    "%FTD-4-313005: No matching connection for ICMP error message: icmp src"
                        + " in:10.1.1.1(LOCAL\\staff\\ada, 17:Guests) dst out:198.51.100.2 (type 3, code 3) on in interface.")
                .ecsFields())
        .containsEntry("source.ip", "10.1.1.1")
        .containsEntry("source.user.domain", "LOCAL")
        .containsEntry("source.user.group.name", "staff")
        .containsEntry("source.user.name", "ada")
        .containsEntry("user.name", "ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AAA user authentication Successful : server =  10.1.1.5 : user = ada|logged-in|success",
        "AAA user authorization Successful: server = 10.1.1.5 , User = ada|logged-in|success",
        "AAA user authentication Rejected: reason = AAA failure: server = tacacs7 : user = ada: user IP = 10.1.1.1|logon-failed|failure",
      })
  void answerOfAaa_isALogin(String text, String action, String outcome) {
    assertThat(event("%ASA-6-113004: " + text).ecsFields())
        .containsEntry("event.category", List.of("authentication", "network"))
        .containsEntry("event.action", action)
        .containsEntry("event.outcome", outcome)
        .containsEntry("user.name", "ada");
  }

  @Test
  void rejectedWithoutName_saysFromWhere() {
    assertThat(
            event(
                    "%ASA-6-113005: AAA user authentication Rejected : reason = Unspecified : server ="
                        + " 10.1.1.5 : user = : user IP = 198.51.100.2")
                .ecsFields())
        .containsEntry("event.action", "logon-failed")
        .containsEntry("source.ip", "198.51.100.2")
        .doesNotContainKey("user.name");
  }

  @Test
  void flowThatEnded_beganItsDurationBefore() {
    assertThat(
            event(
                    "%ASA-6-302016: Teardown UDP connection 7 for out:198.51.100.2/53 to in:10.1.1.1/50 duration 0:02:00 bytes 9")
                .ecsFields())
        .containsEntry("event.duration", 120_000_000_000L)
        .containsEntry("event.start", "2026-03-02T09:58:00Z")
        .containsEntry("event.end", "2026-03-02T10:00:00Z");
  }

  @Test
  void portThatIsNone_isKeptAndSaid() {
    Event event =
        DeviceLines.any(
            HEAD
                + "%ASA-4-419002: Duplicate TCP SYN from in:10.1.1.1/50 to out:198.51.100.2/99999 with different initial sequence number");

    assertThat(event.ecsFields())
        .containsEntry("destination.ip", "198.51.100.2")
        .doesNotContainKey("destination.port");
    assertThat(String.valueOf(event.value("error.message"))).contains("'99999'");
  }

  @Test
  void markBehindASecondTime_isFound() {
    assertThat(
            DeviceLines.event(
                    "Mar  2 10:00:00 fw7.example.org : Mar 02 09:59:58 UTC: %ASA-auth-6-113012: AAA user"
                        + " authentication Successful : local database : user = ada")
                .ecsFields())
        .containsEntry("event.dataset", "cisco_asa.log")
        .containsEntry("event.code", "113012")
        .containsEntry("user.name", "ada");
  }

  @Test
  void listOfAConnection_saysWhenItBeganAndWhatWasAsked() {
    Event event =
        DeviceLines.event(
            "2026-03-02T10:00:30Z ftd7 %FTD-1-430003: FirstPacketSecond: 2026-03-02T10:00:00Z,"
                + " AccessControlRuleAction: Block with reset, SrcIP: 10.1.1.1, DstIP: 198.51.100.2,"
                + " SrcPort: 50, DstPort: 53, Protocol: udp, AccessControlRuleName: No names,"
                + " Prefilter Policy: Default, ConnectionDuration: 30, DNSQuery: a.example.org,"
                + " DNSRecordType: a host address, DNSResponseType: Non-Existent Domain");

    assertThat(event.time()).isEqualTo("2026-03-02T10:00:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.action", "connection-finished")
        .containsEntry("event.type", List.of("connection", "end", "denied"))
        .containsEntry("event.start", "2026-03-02T10:00:00Z")
        .containsEntry("rule.name", "No names")
        .containsEntry("dns.question.type", "A")
        .containsEntry("dns.response_code", "NXDOMAIN");
  }
}
