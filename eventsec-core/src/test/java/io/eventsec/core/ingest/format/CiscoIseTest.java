package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class CiscoIseTest {
  private static final String HEAD = "<181>Mar  1 12:00:00 ise7 ";

  @Test
  void failedAttempt_hasWhoAndWhy() {
    Event event =
        DeviceLines.event(
            HEAD
                + "CISE_Failed_Attempts 0000000007 1 0 2026-03-01 12:00:00.500 +01:00 0000000009 5400 NOTICE"
                + " Failed-Attempt: Authentication failed, ConfigVersionId=1, Device IP Address=198.51.100.1,"
                + " DestinationPort=1812, UserName=ada, Protocol=Radius, Calling-Station-ID=02-00-5E-10-00-0A,"
                + " FailureReason=22056 Subject not found, Step=11001, Step=11017, ");

    assertThat(event.time()).isEqualTo("2026-03-01T11:00:00.500Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_ise.log")
        .containsEntry("event.category", "authentication")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.code", "5400")
        .containsEntry("event.sequence", 9L)
        .containsEntry("event.reason", "22056 Subject not found")
        .containsEntry("message", "Authentication failed")
        .containsEntry("user.name", "ada")
        .containsEntry("client.ip", "198.51.100.1")
        .containsEntry("source.mac", "02-00-5E-10-00-0A")
        .containsEntry("destination.port", 1812L)
        .containsEntry("host.name", "ise7");
    assertThat(event.nativeFields()).containsEntry("Step", List.of("11001", "11017"));
  }

  @Test
  void accounting_isASession() {
    assertThat(
            DeviceLines.event(
                    HEAD
                        + "CISE_RADIUS_Accounting 0000000007 1 0 2026-03-01 12:00:00.500 +00:00 0000000009 3002"
                        + " NOTICE Radius-Accounting: RADIUS Accounting stop request, UserName=ada,"
                        + " Framed-IP-Address=192.0.2.7, Acct-Status-Type=Stop, Acct-Session-Time=60,"
                        + " Acct-Input-Octets=10, Acct-Output-Octets=20,")
                .ecsFields())
        .containsEntry("event.category", "session")
        .containsEntry("event.type", "end")
        .containsEntry("event.duration", 60_000_000_000L)
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("network.bytes", 30L);
  }

  @Test
  void laterSegment_isAnEventOfItsOwn() {
    assertThat(
            DeviceLines.event(
                    HEAD + "CISE_Passed_Authentications 0000000007 2 1 Step=15008, UserName=ada, ")
                .ecsFields())
        .containsEntry("event.dataset", "cisco_ise.log")
        .containsEntry("user.name", "ada");
  }

  @Test
  void badValue_isKeptAndSaid() {
    Event event =
        DeviceLines.any(
            HEAD
                + "CISE_RADIUS_Accounting 0000000007 1 0 2026-03-01 12:00:00.500 +00:00 0000000009 3002 NOTICE"
                + " Radius-Accounting: stop, UserName=ada, Acct-Session-Time=long");

    assertThat(event.nativeFields()).containsEntry("Acct-Session-Time", "long");
    assertThat(event.ecsFields()).containsEntry("user.name", "ada");
    assertThat(String.valueOf(event.value("error.message"))).contains("Acct-Session-Time 'long'");
  }
}
