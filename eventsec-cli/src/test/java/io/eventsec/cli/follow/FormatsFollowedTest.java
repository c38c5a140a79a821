package io.eventsec.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose lines mean nothing each by itself. */
class FormatsFollowedTest {
  private static final String HEADER =
      "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n"
          + "#path\tconn\n#open\t2026-01-01-00-00-00\n";

  private final Collector collector;

  FormatsFollowedTest(@TempDir Path home) throws IOException {
    this.collector = new Collector(home);
  }

  @AfterEach
  void stop() throws InterruptedException {
    collector.close();
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(
        collector.log(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private List<String> lines() {
    return List.copyOf(collector.server.lines().values());
  }

  @Test
  void zeekLog_keepsItsHeader_overBatchesAndARestart() throws Exception {
    collector.names("conn.log").batch(2);
    append("conn.log", HEADER + "#fields\tts\tuid\n#types\ttime\tstring\n");
    for (int i = 0; i < 5; i++) {
      append("conn.log", "170000000" + i + ".000000\tC" + i + "\n");
    }
    collector.start();
    collector.awaitLines(5);
    collector.stop();
    append("conn.log", "1700000005.000000\tC5\n");
    collector.start();
    collector.awaitLines(6);
    append("conn.log", "1700000006.000000\tC6\n");
    collector.awaitLines(7);

    for (int i = 0; i < 7; i++) {
      int number = i;
      assertThat(lines())
          .filteredOn(line -> line.contains("\"uid\":\"C" + number + "\""))
          .singleElement()
          .asString()
          .contains("\"_path\":\"conn\"", "\"ts\":170000000" + number);
    }
  }

  @Test
  void zeekLog_withAnotherHeaderInTheMiddle_isReadByThat_afterARestartToo() throws Exception {
    collector.names("conn.log");
    append("conn.log", HEADER + "#fields\tts\tuid\n#types\ttime\tstring\n");
    append("conn.log", "1700000000.000000\tC0\n#close\t2026-01-01-01-00-00\n");
    collector.start();
    collector.awaitLines(1);
    append("conn.log", HEADER + "#fields\tuid\tproto\n#types\tstring\tenum\nC1\ttcp\n");
    collector.awaitLines(2);
    collector.stop();
    append("conn.log", "C2\tudp\n");
    collector.start();
    collector.awaitLines(3);

    assertThat(lines())
        .anyMatch(line -> line.contains("\"uid\":\"C1\"") && line.contains("\"proto\":\"tcp\""))
        .anyMatch(line -> line.contains("\"uid\":\"C2\"") && line.contains("\"proto\":\"udp\""));
  }

  @Test
  void headerThatIsHalfWritten_isWaitedFor() throws Exception {
    collector.names("conn.log");
    append("conn.log", HEADER + "#fields\tts\t");
    collector.start();
    collector.await(() -> Files.exists(collector.health));
    append("conn.log", "uid\n#types\ttime\tstring\n1700000000.000000\tC0\n");
    collector.awaitLines(1);

    assertThat(lines()).singleElement().asString().contains("\"uid\":\"C0\"");
  }

  private static String record(String type, int serial, String more) {
    return "type=" + type + " msg=audit(1684329817.579:" + serial + "): " + more + "\n";
  }

  @Test
  void auditLines_ofOneEvent_areOneRecord() throws Exception {
    collector.names("audit.log");
    append("audit.log", record("SYSCALL", 1, "a=1") + record("SYSCALL", 2, "b=1"));
    append("audit.log", record("EXECVE", 1, "a=2") + record("EOE", 1, ""));
    append("audit.log", record("PROCTITLE", 2, "b=2") + record("EOE", 2, ""));
    collector.start();
    collector.awaitLines(2);

    assertThat(lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("a=1") && line.contains("a=2") && !line.contains("b="))
        .anyMatch(line -> line.contains("b=1") && line.contains("b=2") && !line.contains("a=1"));
  }

  @Test
  void auditLines_thatComeLate_areJoined_overARestart() throws Exception {
    collector.names("audit.log");
    append("audit.log", record("SYSCALL", 1, "a=1") + record("EOE", 1, ""));
    append("audit.log", record("SYSCALL", 2, "b=1"));
    collector.start();
    collector.awaitLines(1);
    collector.stop();
    append("audit.log", record("EXECVE", 2, "b=2") + record("EOE", 2, ""));
    collector.start();
    collector.awaitLines(2);

    assertThat(lines()).anyMatch(line -> line.contains("b=1") && line.contains("b=2"));
    assertThat(collector.server.conflicts()).isEmpty();
  }

  @Test
  void auditEvent_withoutItsEnd_doesNotWaitForEver() throws Exception {
    collector.names("audit.log");
    append("audit.log", record("SYSCALL", 1, "a=1") + record("EXECVE", 1, "a=2"));
    collector.start();
    collector.awaitLines(1);
    append("audit.log", record("SYSCALL", 2, "b=1") + record("EOE", 2, ""));
    collector.awaitLines(2);

    assertThat(lines()).anyMatch(line -> line.contains("a=1") && line.contains("a=2")).hasSize(2);
    assertThat(collector.server.conflicts()).isEmpty();
  }
}
