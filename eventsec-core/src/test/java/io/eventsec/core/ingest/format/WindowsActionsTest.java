package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsActionsTest {
  private static final Set<String> CATEGORIES =
      Set.of(
          "authentication",
          "configuration",
          "file",
          "host",
          "iam",
          "intrusion_detection",
          "network",
          "process",
          "registry",
          "session");
  private static final Set<String> TYPES =
      Set.of(
          "access",
          "admin",
          "allowed",
          "change",
          "connection",
          "creation",
          "deletion",
          "denied",
          "end",
          "error",
          "group",
          "info",
          "start",
          "user");

  private static Event security(String id, String data) {
    return DeviceLines.event(
        "{\"winlog\":{\"channel\":\"Security\",\"event_id\":\""
            + id
            + "\",\"computer_name\":\"dc7\",\"level\":\"Information\",\"keywords\":[\"Audit Success\"],"
            + "\"time_created\":\"2026-03-02T10:00:00Z\",\"event_data\":{"
            + data
            + "}}}");
  }

  private static Event sysmon(String id, String data) {
    return DeviceLines.event(
        "{\"winlog\":{\"channel\":\"Microsoft-Windows-Sysmon/Operational\",\"event_id\":\""
            + id
            + "\",\"event_data\":{"
            + data
            + "}}}");
  }

  @Test
  void table_hasEcsWordsOnly() {
    assertThat(WindowsActions.all())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            action -> {
              assertThat(CATEGORIES).containsAll(action.categories());
              assertThat(TYPES).containsAll(action.types());
              assertThat(action.name()).matches("[a-z-]+");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "4720,added-user-account",
    "4738,modified-user-account",
    "4743,deleted-computer-account",
    "4767,unlocked-user-account"
  })
  void account_isTheTarget(String id, String action) {
    assertThat(
            security(
                    id,
                    "\"SubjectUserName\":\"root7\",\"SubjectUserSid\":\"S-1-5-7\",\"TargetUserName\":\"ada\","
                        + "\"TargetDomainName\":\"LAB\",\"TargetSid\":\"S-1-5-9\"")
                .ecsFields())
        .containsEntry("event.action", action)
        .containsEntry("event.category", "iam")
        .containsEntry("event.outcome", "success")
        .containsEntry("log.level", "information")
        .containsEntry("user.name", "root7")
        .containsEntry("user.target.name", "ada")
        .containsEntry("user.target.domain", "LAB")
        .containsEntry("user.target.id", "S-1-5-9");
  }

  @Test
  void member_joinsAGroup() {
    Event event =
        security(
            "4756",
            "\"SubjectUserName\":\"root7\",\"MemberName\":\"CN=Ada,OU=Staff,DC=lab,DC=example\","
                + "\"MemberSid\":\"S-1-5-9\",\"TargetUserName\":\"ops\",\"TargetSid\":\"S-1-5-10\"");

    assertThat(event.time()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.action", "added-member-to-group")
        .containsEntry("event.type", List.of("group", "change"))
        .containsEntry("group.name", "ops")
        .containsEntry("user.target.name", "Ada")
        .containsEntry("user.target.domain", "lab.example")
        .containsEntry("user.target.group.id", "S-1-5-10");
  }

  @Test
  void renamedAccount_hasBothNames() {
    assertThat(
            security(
                    "4781",
                    "\"SubjectUserName\":\"root7\",\"OldTargetUserName\":\"ada\",\"NewTargetUserName\":\"eva\"")
                .ecsFields())
        .containsEntry("user.target.name", "ada")
        .containsEntry("user.changes.name", "eva");
  }

  @Test
  void explicitLogon_isSomebodyAsSomebodyElse() {
    assertThat(
            security("4648", "\"SubjectUserName\":\"ada\",\"TargetUserName\":\"root7\"")
                .ecsFields())
        .containsEntry("user.name", "ada")
        .containsEntry("user.effective.name", "root7");
  }

  @ParameterizedTest
  @CsvSource({"File,file.path,file", "Key,registry.path,registry"})
  void object_isAFileOrAKey(String type, String field, String category) {
    assertThat(
            security("4663", "\"ObjectType\":\"" + type + "\",\"ObjectName\":\"C:\\\\a\"")
                .ecsFields())
        .containsEntry(field, "C:\\a")
        .containsEntry("event.category", category);
  }

  @Test
  void numberOfAnotherLog_isNotOne() {
    assertThat(sysmon("4720", "\"TargetUserName\":\"ada\"").ecsFields())
        .doesNotContainKeys("event.action", "user.target.name");
  }

  @Test
  void key_hasHiveAndValue() {
    assertThat(
            sysmon(
                    "13",
                    "\"TargetObject\":\"HKLM\\\\SOFTWARE\\\\Acme\\\\Run\",\"Details\":\"a.exe\"")
                .ecsFields())
        .containsEntry("event.category", List.of("configuration", "registry"))
        .containsEntry("registry.hive", "HKLM")
        .containsEntry("registry.key", "SOFTWARE\\Acme\\Run")
        .containsEntry("registry.value", "Run");
    assertThat(sysmon("13", "\"TargetObject\":\"Run\"").ecsFields())
        .containsEntry("registry.path", "Run")
        .doesNotContainKeys("registry.hive", "registry.key");
  }

  @Test
  void keyOfTheSecurityLog_isNoValue() {
    assertThat(
            security(
                    "4663",
                    "\"ObjectType\":\"Key\",\"ObjectName\":\"\\\\REGISTRY\\\\MACHINE\\\\SAM\\\\Acme\"")
                .ecsFields())
        .containsEntry("registry.path", "HKLM\\SAM\\Acme")
        .containsEntry("registry.hive", "HKLM")
        .containsEntry("registry.key", "SAM\\Acme")
        .doesNotContainKey("registry.value");
  }

  @Test
  void valueOfTheSecurityLog_isNamedBesideItsKey() {
    assertThat(
            security(
                    "4657",
                    "\"ObjectName\":\"\\\\REGISTRY\\\\USER\\\\S-1-5-7\\\\Run\",\"ObjectValueName\":\"acme\","
                        + "\"NewValue\":\"a.exe\"")
                .ecsFields())
        .containsEntry("registry.path", "HKU\\S-1-5-7\\Run\\acme")
        .containsEntry("registry.key", "S-1-5-7\\Run")
        .containsEntry("registry.value", "acme")
        .containsEntry("registry.data.strings", "a.exe");
    assertThat(security("4657", "\"ObjectName\":\"Run\"").ecsFields())
        .containsEntry("registry.path", "Run")
        .doesNotContainKeys("registry.hive", "registry.value", "registry.data.strings");
  }

  @Test
  void commandLine_hasArguments() {
    assertThat(
            sysmon(
                    "1",
                    "\"CommandLine\":\"a.exe  -x \\\"b c\\\" d\\\\\\\"e\",\"ParentCommandLine\":\"p.exe /s\"")
                .ecsFields())
        .containsEntry("process.args", List.of("a.exe", "-x", "b c", "d\"e"))
        .containsEntry("process.args_count", 4L)
        .containsEntry("process.parent.args_count", 2L);
  }

  @Test
  void commandLineOfManyArguments_isCut() {
    assertThat(CommandLine.split("a ".repeat(5000))).hasSize(512);
    assertThat(CommandLine.split("\"never closed")).containsExactly("never closed");
    assertThat(CommandLine.split("  ")).isEmpty();
  }
}
