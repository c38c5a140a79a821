package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsXmlTest {
  private static final String OPEN =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>";
  private static final String SYSTEM =
      "<System><Provider Name='Microsoft-Windows-Sysmon' Guid='{5}'/><EventID>1</EventID>"
          + "<Level>4</Level><Keywords>0x8000000000000000</Keywords>"
          + "<TimeCreated SystemTime='2026-03-01T12:00:00.1234567Z'/><EventRecordID>9</EventRecordID>"
          + "<Execution ProcessID='1111' ThreadID='2'/>"
          + "<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-1</Computer>"
          + "<Security UserID='S-1-5-18'/></System>";
  private static final String DATA =
      "<EventData><Data Name='ProcessId'>4016</Data><Data Name='Image'>C:\\Windows\\cmd.exe</Data>"
          + "<Data Name='CommandLine'>cmd /c &quot;a &lt; b&quot;</Data><Data Name='User'>CORP\\ada</Data>"
          + "</EventData>";
  private static final String EVENT = OPEN + SYSTEM + DATA + "</Event>";

  @ParameterizedTest
  @ValueSource(strings = {"", "- ", "<?xml version='1.0' encoding='utf-8'?>", "\uFEFF"})
  void event_isThatOfItsJson(String before) {
    Event event = event(before + EVENT.replace("><", before.startsWith("-") ? "> - <" : "><"));

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.123456700Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "windows.sysmon")
        .containsEntry("event.code", "1")
        .containsEntry("event.action", "process-started")
        .containsEntry("host.name", "ws-1")
        .containsEntry("process.pid", 4016L)
        .containsEntry("process.name", "cmd.exe")
        .containsEntry("process.command_line", "cmd /c \"a < b\"")
        .containsEntry("user.name", "ada")
        .doesNotContainKey("error.message");
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
    for (String field : List.of("EventID", "Channel", "Provider_Name", "Image", "CommandLine")) {
      assertThat(event.value(field)).as("rules ask for " + field).isNotNull();
    }
  }

  @Test
  void dataWithoutNames_isAList_andUserDataIsLifted() {
    String head = OPEN + SYSTEM;

    assertThat(
            event(
                    head
                        + "<EventData><Data>a</Data><Data>b</Data><Data>a</Data></EventData></Event>")
                .value("Data"))
        .isEqualTo(List.of("a", "b", "a"));
    assertThat(
            event(
                    head
                        + "<UserData><LogFileCleared xmlns='x'><SubjectUserName>ada</SubjectUserName>"
                        + "</LogFileCleared></UserData></Event>")
                .ecsFields())
        .containsEntry("user.name", "ada");
  }

  @Test
  void renderedText_isTheMessage() {
    Event event =
        event(
            OPEN
                + SYSTEM
                + "<RenderingInfo Culture='en-US'><Message>Hello.</Message><Level>Information</Level>"
                + "<Keywords><Keyword>A</Keyword></Keywords></RenderingInfo></Event>");

    assertThat(event.ecsFields()).containsEntry("message", "Hello.");
    assertThat(event.value("RenderingInfo.Level")).isEqualTo("Information");
    assertThat(event.value("Level")).isEqualTo("4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Event>",
        "<Event><System><EventID>1</EventID></System>",
        "<Event><Other/></Event>",
        "<Event><System><EventID>&outside;</EventID></System></Event>",
        "<!DOCTYPE Event [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Event/>",
        "<?xml version='1.0'?><!DOCTYPE Event []><Event><System><EventID>1</EventID></System></Event>"
      })
  void whatIsNoWholeEvent_isNotRead(String line) {
    assertThat(new WindowsXml().read(line)).isEmpty();
  }

  @Test
  void depth_isBounded() {
    String deep = "<a>".repeat(40) + "</a>".repeat(40);
    String head = "<Event><System><EventID>1</EventID></System><UserData>";

    assertThat(new WindowsXml().read(head + deep + "</UserData></Event>")).isEmpty();
    assertThat(new WindowsXml().read(head + "</UserData></Event>")).isPresent();
  }
}
