package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single kinds of records say of machines and of who uses them. */
class EndpointDetailsTest {

  private static Event falcon(String name, String more) {
    return DeviceLines.event(
        "{\"event_simpleName\":\""
            + name
            + "\",\"aid\":\"77\",\"id\":\"e7\",\"event_platform\":\"Lin\",\"ConfigBuild\":\"7.1\","
            + "\"timestamp\":\"1772442000000\","
            + more
            + "}");
  }

  @Test
  void program_hasArguments() {
    assertThat(
            falcon("ProcessRollup2", "\"CommandLine\":\"cp -a \\\"my file\\\" /tmp\",\"GID\":\"7\"")
                .ecsFields())
        .containsEntry("process.args", List.of("cp", "-a", "my file", "/tmp"))
        .containsEntry("process.args_count", 4L)
        .containsEntry("user.group.id", "7")
        .containsEntry("observer.version", "7.1")
        .containsEntry("event.outcome", "success");
  }

  @ParameterizedTest
  @CsvSource({"0,egress", "1,ingress", "2,unknown"})
  void connection_hasADirection(String number, String direction) {
    assertThat(
            falcon(
                    "NetworkConnectIP4",
                    "\"RemoteAddressIP4\":\"198.51.100.2\",\"ConnectionDirection\":\""
                        + number
                        + '"')
                .ecsFields())
        .containsEntry("event.type", List.of("start", "connection"))
        .containsEntry("network.direction", direction);
  }

  @Test
  void hashOfAWrittenFile_isTheFiles() {
    assertThat(
            falcon(
                    "NewScriptWritten",
                    "\"TargetFileName\":\"/tmp/a.sh\",\"SHA256HashData\":\"AB07\"")
                .ecsFields())
        .containsEntry("file.hash.sha256", "ab07")
        .containsEntry("file.name", "a.sh")
        .doesNotContainKey("process.hash.sha256");
  }

  @Test
  void question_hasTheNameOfItsType() {
    assertThat(
            falcon("DnsRequest", "\"DomainName\":\"a.example\",\"RequestType\":\"28\"").ecsFields())
        .containsEntry("dns.question.type", "AAAA");
  }

  @ParameterizedTest
  @CsvSource({"6,SharePointFileOperation", "15,AzureActiveDirectoryStsLogon", "7777,7777"})
  void recordOfMicrosoft_hasTheNameOfItsType(String number, String name) {
    assertThat(
            DeviceLines.event(
                    "{\"Workload\":\"OneDrive\",\"Operation\":\"FileAccessed\",\"CreationTime\":\"2026-03-02T10:00:00\","
                        + "\"RecordType\":"
                        + number
                        + ",\"UserId\":\"ada@lab.example\",\"UserKey\":\"k7\",\"ClientIP\":\"192.0.2.7\"}")
                .ecsFields())
        .containsEntry("event.code", name)
        .containsEntry("user.id", "ada@lab.example")
        .containsEntry("client.address", "192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sshd[7]: Received disconnect from 192.0.2.7: 11: bye|ssh_disconnect|end",
        "sshd[7]: PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7  user=ada|ssh_login|start",
      })
  void sshd_saysWhatItWas(String line, String action, String type) {
    assertThat(DeviceLines.event("Mar  2 10:00:00 host7 " + line).ecsFields())
        .containsEntry("event.action", action)
        .containsEntry("event.type", type)
        .containsEntry("source.ip", "192.0.2.7");
  }

  @Test
  void groupThatGoesWithItsUser_isDeleted() {
    assertThat(
            DeviceLines.event(
                    "Mar  2 10:00:00 host7 userdel[7]: removed group 'ada' owned by 'ada'")
                .ecsFields())
        .containsEntry("event.action", "deleted-group-account")
        .containsEntry("event.type", List.of("group", "deletion"))
        .containsEntry("group.name", "ada");
  }
}
