package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnareTest {
  private static final String PROCESS =
      "MSWinEventLog\t1\tSecurity\t17\tSun Mar 01 11:59:00 2026\t4688\tMicrosoft-Windows-Security-Auditing"
          + "\tLAB\\ada\tN/A\tSuccess Audit\tws7.lab.example\tProcess Creation\t\tA new process has been"
          + " created.    Creator Subject:   Security ID:  S-1-5-18   Account Name:  ws7$   Account"
          + " Domain:  LAB   Logon ID:  0x3E7    Target Subject:   Account Name:  ada    Process"
          + " Information:   New Process ID:  0x1f4   New Process Name: C:\\Tools\\a.exe   Creator"
          + " Process ID:  0x64   Creator Process Name:  C:\\Windows\\explorer.exe   Process Command"
          + " Line:  a.exe   -x: 1\t99";

  @Test
  void processCreation_hasTheNamesOfWindows() {
    Event event = event("<131>Mar  1 12:00:00 relay " + PROCESS);

    assertThat(event.time()).isEqualTo("2026-03-01T11:59:00Z");
    assertThat(event.nativeFields())
        .containsEntry("EventID", 4688L)
        .containsEntry("Channel", "Security")
        .containsEntry("SubjectUserName", "ws7$")
        .containsEntry("SubjectLogonId", "0x3E7")
        .containsEntry("TargetUserName", "ada")
        .containsEntry("ParentProcessName", "C:\\Windows\\explorer.exe")
        .containsEntry("CommandLine", "a.exe");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "windows.security")
        .containsEntry("event.code", "4688")
        .containsEntry("event.outcome", "success")
        .containsEntry("host.name", "ws7.lab.example")
        .containsEntry("process.parent.name", "explorer.exe");
    assertThat(event.ecsFields().get("message")).asString().startsWith("A new process");
  }

  @Test
  void textOfWindowsItself_isReadOverItsLines() {
    assertThat(
            WindowsMessage.data(
                "An account failed to log on.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tS-1-0-0\r\n\r\nLogon"
                    + " Type:\t\t\t3\r\n\r\nAccount For Which Logon Failed:\r\n\tAccount Name:\t\tbob\r\n\r\n"
                    + "Failure Information:\r\n\tSub Status:\t\t0xC000006A\r\n\r\nNetwork Information:\r\n\tSource"
                    + " Network Address:\t192.0.2.7\r\n\tSource Port:\t\t4711\r\n"))
        .isEqualTo(
            Map.of(
                "SubjectUserSid", "S-1-0-0",
                "LogonType", "3",
                "TargetUserName", "bob",
                "SubStatus", "0xC000006A",
                "IpAddress", "192.0.2.7",
                "IpPort", "4711"));
  }

  @Test
  void tabsThatAForwarderEscaped_areTabs() {
    Event event = event(PROCESS.replace("\t", "#011"));

    assertThat(event.nativeFields())
        .containsEntry("EventID", 4688L)
        .containsEntry("Computer", "ws7.lab.example");
  }

  @Test
  void timeThatIsNone_isNamed_andTheEventGoesOn() {
    Event event = event(PROCESS.replace("Sun Mar 01", "Someday"));

    assertThat(event.ecsFields()).containsEntry("event.code", "4688");
    assertThat(event.ecsFields().get("error.message")).asString().contains("Someday 11:59:00 2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MSWinEventLog\t1\tSecurity", "MSWinEventLog", "MSWinEventLogger: started"})
  void whatIsNoEvent_isOfAnotherFormat(String line) {
    assertThat(new Snare(ZoneOffset.UTC).read(line)).isEmpty();
  }
}
