package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsEventTest {
  private static final String DATA =
      "'UtcTime':'2026-03-01 12:00:00.123','ProcessGuid':'{1}','ProcessId':'4016',"
          + "'Image':'C:\\\\\\\\Windows\\\\\\\\System32\\\\\\\\cmd.exe','CommandLine':'cmd /c whoami',"
          + "'User':'CORP\\\\\\\\ada','ParentImage':'C:\\\\\\\\Windows\\\\\\\\explorer.exe','ParentProcessId':'77',"
          + "'Hashes':'SHA256=ABCD,IMPHASH=EF01','Company':'-'";

  private static final String FLAT =
      "{'Provider_Name':'Microsoft-Windows-Sysmon','EventID':1,"
          + "'Channel':'Microsoft-Windows-Sysmon/Operational','Computer':'ws-1.corp.example',"
          + "'@timestamp':'2026-03-01T12:00:00.5Z',"
          + DATA
          + "}";
  private static final String WINLOGBEAT =
      "{'@timestamp':'2026-03-01T12:00:00.5Z','winlog':{'event_id':'1',"
          + "'channel':'Microsoft-Windows-Sysmon/Operational','computer_name':'ws-1.corp.example',"
          + "'provider_name':'Microsoft-Windows-Sysmon','event_data':{"
          + DATA
          + "}}}";
  private static final String EVTX =
      "{'Event':{'System':{'Provider':{'#attributes':{'Name':'Microsoft-Windows-Sysmon'}},'EventID':1,"
          + "'TimeCreated':{'#attributes':{'SystemTime':'2026-03-01T12:00:00.123Z'}},"
          + "'Channel':'Microsoft-Windows-Sysmon/Operational','Computer':'ws-1.corp.example'},"
          + "'EventData':{"
          + DATA
          + "}}}";
  private static final String NXLOG =
      "{'EventTime':'2026-03-01 13:00:00','Hostname':'ws-1.corp.example','SourceName':"
          + "'Microsoft-Windows-Sysmon','EventID':1,'SourceModuleType':'im_msvistalog',"
          + "'Channel':'Microsoft-Windows-Sysmon/Operational',"
          + DATA
          + "}";

  @ParameterizedTest
  @ValueSource(strings = {FLAT, WINLOGBEAT, EVTX, NXLOG})
  void sysmonProcess_isTheSameWhoeverSentIt(String line) {
    Event event = event(line.replace("\\\\\\\\", "\\\\"));

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.123Z");
    assertThat(event.ecsFields())
        .containsEntry("event.module", "windows")
        .containsEntry("event.dataset", "windows.sysmon")
        .containsEntry("event.code", "1")
        .containsEntry("event.category", "process")
        .containsEntry("host.name", "ws-1.corp.example")
        .containsEntry("process.name", "cmd.exe")
        .containsEntry("process.command_line", "cmd /c whoami")
        .containsEntry("process.pid", 4016L)
        .containsEntry("process.parent.name", "explorer.exe")
        .containsEntry("process.parent.pid", 77L)
        .containsEntry("process.hash.sha256", "abcd")
        .containsEntry("process.pe.imphash", "ef01")
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "CORP")
        .doesNotContainKeys("process.pe.company", "error.message");
    for (String field : List.of("EventID", "Channel", "Image", "CommandLine", "ParentImage")) {
      assertThat(event.value(field)).as("rules ask for " + field).isNotNull();
    }
  }

  @Test
  void logon_isOfItsTarget_andFailsByItsKeywords() {
    assertThat(
            event(
                    "{'EventID':4625,'Channel':'Security','Computer':'dc','Keywords':'0x8010000000000000',"
                        + "'SubjectUserName':'-','TargetUserName':'ada','TargetDomainName':'CORP',"
                        + "'IpAddress':'192.0.2.7','IpPort':'50000','LogonType':3,'WorkstationName':'-'}")
                .ecsFields())
        .containsEntry("event.dataset", "windows.security")
        .containsEntry("event.action", "logon-failed")
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.port", 50_000L)
        .doesNotContainKeys("source.domain", "error.message");
  }

  @Test
  void processOfTheSecurityLog_hasHexadecimalIds() {
    Map<String, Object> fields =
        event(
                "{'EventID':4688,'Channel':'Security','NewProcessName':'C:/a.exe','NewProcessId':'0xfb0',"
                    + "'ProcessId':'0x10','Keywords':-9214364837600034816}")
            .ecsFields();

    assertThat(fields)
        .containsEntry("process.pid", 4016L)
        .containsEntry("process.parent.pid", 16L)
        .containsEntry("event.outcome", "success");
  }

  @Test
  void winlogbeatKeywords_areWords() {
    assertThat(
            event("{'winlog':{'event_id':4624,'channel':'Security','keywords':['Audit Success']}}")
                .ecsFields())
        .containsEntry("event.outcome", "success");
  }

  @Test
  void dataByName_isLifted() {
    Event event =
        event(
            "{'Event':{'System':{'EventID':{'#text':4104},'Channel':'PowerShellCore/Operational'},"
                + "'EventData':{'Data':[{'@Name':'ScriptBlockText','#text':'iex'},{'@Name':'Path','#text':'x'}]}}}");

    assertThat(event.value("ScriptBlockText")).isEqualTo("iex");
    assertThat(event.ecsFields()).containsEntry("event.dataset", "windows.powershell");
  }

  @Test
  void attributesBelowOneName_areRead() {
    Event event =
        event(
            "{'Event':{'System':{'Provider':{'@attributes':{'Name':'Microsoft-Windows-Sysmon'}},"
                + "'EventID':{'#text':'1'},'TimeCreated':{'@attributes':{'SystemTime':'2024-01-01T00:00:00Z'}}},"
                + "'EventData':{'Data':[{'@attributes':{'Name':'Image'},'#text':'tool'},"
                + "{'@attributes':{'Name':'User'},'#text':'bob'}]}}}");

    assertThat(event.value("Image")).isEqualTo("tool");
    assertThat(event.value("User")).isEqualTo("bob");
    assertThat(event.ecsFields()).containsEntry("event.dataset", "windows.sysmon");
    assertThat(event.time()).isEqualTo("2024-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'@Name':'%s'", "'#attributes':{'Name':'%s'}", "'@attributes':{'Name':'%s'}"})
  void dataWithoutText_leavesItsNeighboursTheirNames(String name) {
    Event event =
        event(
            "{'Event':{'System':{'EventID':1},'EventData':{'Data':[{%s},{%s,'#text':'tool'},{%s,'#text':null},{%s,'#text':'x'}]}}}"
                .formatted(
                    name.formatted("RuleName"),
                    name.formatted("Image"),
                    name.formatted("Company"),
                    name.formatted("User")));

    assertThat(event.value("RuleName")).isEqualTo("");
    assertThat(event.value("Image")).isEqualTo("tool");
    assertThat(event.value("Company")).isEqualTo("");
    assertThat(event.value("User")).isEqualTo("x");
  }

  @Test
  void splunkEvent_hasTheNamesOfRules_andTheDataOfItsText() {
    Event event =
        event(
            "{'_time':'2026-03-01T12:00:00.000+01:00','EventCode':'4688','LogName':'Security','Keywords':'Audit Success',"
                + "'SourceName':'Microsoft Windows security auditing.','ComputerName':'ws-1.corp.example','Type':'Information',"
                + "'Message':'A new process has been created.\\n\\nCreator Subject:\\n\\tAccount Name:\\t\\tada\\n\\nProcess Information:\\n"
                + "\\tNew Process Name:\\tC:/tools/x.exe\\n\\tProcess Command Line:\\tx.exe -all'}");

    assertThat(event.time()).isEqualTo("2026-03-01T11:00:00Z");
    assertThat(event.value("EventID")).isEqualTo("4688");
    assertThat(event.value("EventCode")).isEqualTo("4688");
    assertThat(event.value("Channel")).isEqualTo("Security");
    assertThat(event.value("Provider_Name")).isEqualTo("Microsoft-Windows-Security-Auditing");
    assertThat(event.value("SubjectUserName")).isEqualTo("ada");
    assertThat(event.value("CommandLine")).isEqualTo("x.exe -all");
    assertThat(event.ecsFields())
        .containsEntry("event.module", "windows")
        .containsEntry("event.dataset", "windows.security")
        .containsEntry("event.code", "4688")
        .containsEntry("event.outcome", "success")
        .containsEntry("host.name", "ws-1.corp.example")
        .containsEntry("process.command_line", "x.exe -all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'EventCode':1,'LogName':'Microsoft-Windows-Sysmon/Operational','Image':'x'}",
        "{'EventCode':'1','Channel':'Microsoft-Windows-Sysmon/Operational','Image':'x'}",
        "{'EventCode':1,'SourceName':'Microsoft-Windows-Sysmon','ComputerName':'ws-1','Image':'x'}",
      })
  void splunkEvent_isOfItsLog(String line) {
    assertThat(event(line).ecsFields())
        .containsEntry("event.dataset", "windows.sysmon")
        .containsEntry("process.executable", "x");
  }

  @Test
  void splunkEventOfSysmonOrAService_hasTheDataOfItsText() {
    Event process =
        event(
            "{'EventCode':1,'LogName':'Microsoft-Windows-Sysmon/Operational','Message':"
                + "'Process Create:\\nRuleName: -\\nImage: C:/tools/x.exe\\nCommandLine: x.exe -a: b\\nnot a name: c'}");
    Event service =
        event(
            "{'EventCode':7045,'LogName':'System','SourceName':'Service Control Manager','Message':"
                + "'A service was installed in the system.\\n\\nService Name:  evil\\nService File Name:  C:/a.exe'}");

    assertThat(process.value("Image")).isEqualTo("C:/tools/x.exe");
    assertThat(process.value("CommandLine")).isEqualTo("x.exe -a: b");
    assertThat(process.ecsFields()).containsEntry("process.command_line", "x.exe -a: b");
    assertThat(service.value("ServiceName")).isEqualTo("evil");
    assertThat(service.value("ImagePath")).isEqualTo("C:/a.exe");
  }

  @Test
  void dataThatWinlogbeatMoved_isThatOfItsText() {
    Event file =
        event(
            "{'winlog':{'channel':'Microsoft-Windows-Sysmon/Operational','event_id':'11','event_data':{'User':'ada'}},"
                + "'event':{'module':'sysmon'},'process':{'executable':'C:/x.exe'},"
                + "'message':'File created:\\nImage: C:/x.exe\\nTargetFilename: C:/a.dat\\nUser: other'}");
    Event login =
        event(
            "{'winlog':{'channel':'Security','event_id':'4624','event_data':{'LogonType':'3'}},'event':{'module':'security'},"
                + "'message':'Network Information:\\n\\tSource Network Address:\\t192.0.2.7\\n\\tSource Port:\\t5000'}");
    Event other =
        event("{'winlog':{'channel':'System','event_id':'1'},'message':'Process ID:  7'}");

    assertThat(file.value("Image")).isEqualTo("C:/x.exe");
    assertThat(file.value("TargetFilename")).isEqualTo("C:/a.dat");
    assertThat(file.value("User")).isEqualTo("ada");
    assertThat(file.ecsFields()).containsEntry("process.executable", "C:/x.exe");
    assertThat(login.value("IpAddress")).isEqualTo("192.0.2.7");
    assertThat(login.ecsFields()).containsEntry("source.ip", "192.0.2.7");
    assertThat(other.value("ProcessId")).isNull();
  }

  @Test
  void codeOrLogAlone_isNoEventOfWindows() {
    assertThat(WindowsRecord.isOne(new NativeRecord(Map.of("EventCode", 1L, "Image", "x"))))
        .isFalse();
    assertThat(WindowsRecord.isOne(new NativeRecord(Map.of("LogName", "x", "SourceName", "x"))))
        .isFalse();
  }

  @Test
  void unknownLog_isOfWindowsAllTheSame() {
    assertThat(event("{'EventID':1,'Channel':'Contoso/Own','SourceName':'Contoso'}").ecsFields())
        .containsEntry("event.dataset", "windows")
        .containsEntry("event.provider", "Contoso");
  }

  @Test
  void logThatIsNotTold_isThatOfItsProvider_orNone() {
    assertThat(event("{'EventID':1,'Provider_Name':'Microsoft-Windows-Sysmon'}").ecsFields())
        .containsEntry("event.dataset", "windows.sysmon");
    assertThat(event("{'EventID':1,'Provider_Name':'Contoso'}").ecsFields())
        .containsEntry("event.module", "windows")
        .doesNotContainKey("event.dataset");
  }

  @Test
  void badValue_leavesItsNeighboursAlone() {
    assertThat(
            event(
                    "{'EventID':3,'Channel':'Microsoft-Windows-Sysmon/Operational','SourcePort':'many',"
                        + "'DestinationPort':443,'ProcessId':'x'}")
                .ecsFields())
        .containsEntry("destination.port", 443L)
        .containsEntry(
            "error.message",
            List.of(
                "ProcessId 'x' is not the id of a process",
                "SourcePort 'many' is not a port, 0 to 65535"));
  }
}
