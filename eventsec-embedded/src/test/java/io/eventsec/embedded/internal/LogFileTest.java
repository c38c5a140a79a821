package io.eventsec.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path directory;

  @Test
  void tail_isTheLastLinesBehindTheStart() throws Exception {
    LogFile log = new LogFile(directory.resolve("log"));
    Files.writeString(log.path(), "old\n");
    long start = log.end();
    Files.writeString(log.path(), "old\none\ntwo\nthree\n");
    assertThat(log.tail(start, 10)).isEqualTo("one\ntwo\nthree");
    assertThat(log.tail(start, 2)).isEqualTo("two\nthree");
  }

  @Test
  void tail_noFile_isEmpty() {
    assertThat(new LogFile(directory.resolve("none")).tail(0, 10)).isEmpty();
  }

  @Test
  void longLog_isPutAsideAtTheNextStart() throws Exception {
    LogFile log = new LogFile(directory.resolve("log"));
    Files.write(log.path(), new byte[9 << 20]);
    log.rotate();
    assertThat(log.path()).doesNotExist();
    assertThat(directory.resolve("log.1")).hasSize(9 << 20);
  }
}
