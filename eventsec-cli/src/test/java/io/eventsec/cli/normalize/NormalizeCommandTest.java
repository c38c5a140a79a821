package io.eventsec.cli.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizeCommandTest {
  private static final String SSH =
      "Nov 27 08:15:30 web1 sshd[1]: Invalid user ada from 192.0.2.7 port 99\n";

  @TempDir Path directory;

  @Test
  void events_areNestedEcs_andTheYearIsOfTheFile() throws IOException {
    Path log = write("auth.log", SSH);
    Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2024-01-05T00:00:00Z")));

    CommandRun run = CommandRun.of("normalize", log.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("{\"@timestamp\":\"2023-11-27T08:15:30Z\"")
        .contains("\"source\":{\"ip\":\"192.0.2.7\",\"port\":99,\"address\":\"192.0.2.7\"}")
        .contains("\"original\":\"Nov 27 08:15:30")
        .hasLineCount(1);
    assertThat(run.err()).contains("1 events", "system.auth");
  }

  @Test
  void zoneAndReceipt_tellTheInstant_andFlatKeepsNames() throws IOException {
    CommandRun run =
        CommandRun.of(
            "normalize",
            "--flat",
            "--zone",
            "Europe/Berlin",
            "--received",
            "2026-12-01T00:00:00Z",
            write("auth.log", SSH).toString());

    assertThat(run.out())
        .startsWith("{\"@timestamp\":\"2026-11-27T07:15:30Z\"")
        .contains("\"source.ip\":\"192.0.2.7\"");
  }

  @Test
  void unknownRecords_areGuessedAt_orRefusedIfStrict() throws IOException {
    String log = write("any.log", "user=ada srcip=192.0.2.7\n{\"colour\":\"blue\"}\n").toString();

    CommandRun guessed = CommandRun.of("normalize", log);
    assertThat(guessed.out()).hasLineCount(2).contains("\"ip\":\"192.0.2.7\"");
    assertThat(guessed.err()).contains("2 events", "generic", "colour");
    CommandRun strict = CommandRun.of("normalize", "--strict", log);
    assertThat(strict.status()).isZero();
    assertThat(strict.out()).isEmpty();
    assertThat(strict.err()).contains("2 records rejected", "format.unknown");
  }

  @Test
  void flows_haveTheirCommunityId() throws IOException {
    String log =
        write(
                "conn.log",
                "{\"_path\":\"conn\",\"ts\":1.0,\"uid\":\"C7\",\"id.orig_h\":\"128.232.110.120\",\"id.orig_p\":34855,"
                    + "\"id.resp_h\":\"66.35.250.204\",\"id.resp_p\":80,\"proto\":\"tcp\"}\n")
            .toString();

    // Of the specification's own examples.
    assertThat(CommandRun.of("normalize", "--flat", log).out())
        .contains("\"network.community_id\":\"1:LQU9qZlK+B5F3KDmev6m5PMibrg=\"");
  }

  @Test
  void mappingOfOnesOwn_isAskedFirst() throws IOException {
    Path mapping =
        write("acme.yml", "{name: acme, records: pairs, starts: 'ACME ', fields: {user.name: u}}");
    String log = write("acme.log", "ACME u=ada\n").toString();

    CommandRun run = CommandRun.of("normalize", "--mapping", mapping.toString(), log);

    assertThat(run.out()).contains("\"user\":{\"name\":\"ada\"}", "\"dataset\":\"acme\"");
    Path broken = write("broken.yml", "name: [");
    CommandRun failed = CommandRun.of("normalize", "--mapping", broken.toString(), log);
    assertThat(failed.status()).isNotZero();
    assertThat(failed.err()).contains("broken.yml");
  }

  @Test
  void recordsOfCloudTrail_areUnwrapped_andBrokenEndsAreTold() throws IOException {
    String record =
        "{\"eventVersion\":\"1.08\",\"eventTime\":\"2026-11-27T08:15:30Z\",\"eventSource\":"
            + "\"iam.amazonaws.com\",\"eventName\":\"CreateUser\"}";
    CommandRun run =
        CommandRun.of(
            "normalize",
            write("trail.json", "{\"Records\": [" + record + ",\n" + record + "]}").toString());
    assertThat(run.out()).hasLineCount(2).contains("aws.cloudtrail");

    assertThat(CommandRun.of("normalize", directory.resolve("none").toString()).status())
        .isEqualTo(2);
    CommandRun broken =
        CommandRun.of("normalize", write("broken.json", "[" + record + ", {").toString());
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.out()).hasLineCount(1);
  }

  @Test
  void linesOfOneAuditEvent_areOneEvent() throws IOException {
    String head = "msg=audit(1795767330.123:77): ";
    Path log =
        write(
            "audit.log",
            "type=SYSCALL "
                + head
                + "arch=c000003e syscall=59 success=yes exit=0 ppid=1 pid=2 auid=1000"
                + " uid=0 comm=\"id\" exe=\"/usr/bin/id\"\n"
                + "type=EXECVE "
                + head
                + "argc=2 a0=\"id\" a1=\"-u\"\n"
                + "type=CWD "
                + head
                + "cwd=\"/root\"\n");

    CommandRun run = CommandRun.of("normalize", "--flat", log.toString());

    assertThat(run.out())
        .hasLineCount(1)
        .contains(
            "\"process.executable\":\"/usr/bin/id\"", "\"process.working_directory\":\"/root\"");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
