package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditJoinerTest {
  private final AuditJoiner joiner = new AuditJoiner();

  private List<String> take(String... lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      texts(joiner.convert(line.getBytes(StandardCharsets.UTF_8)), out);
    }
    return out;
  }

  private List<String> rest() {
    List<String> out = new ArrayList<>();
    texts(joiner.flush(), out);
    return out;
  }

  private static void texts(List<byte[]> lines, List<String> out) {
    lines.forEach(line -> out.add(new String(line, StandardCharsets.UTF_8)));
  }

  private static String line(String type, int serial) {
    return "type=" + type + " msg=audit(1700000000.123:" + serial + "): x=\"" + serial + "\"";
  }

  private static String escaped(String line) {
    return '"' + line.replace("\"", "\\\"") + '"';
  }

  @Test
  void linesOfOneEvent_becomeOneLine_atItsEnd() {
    assertThat(take(line("SYSCALL", 1), line("SYSCALL", 2), line("CWD", 1))).isEmpty();
    assertThat(take(line("EOE", 1)))
        .containsExactly(
            "{\"auditd\":["
                + escaped(line("SYSCALL", 1))
                + ','
                + escaped(line("CWD", 1))
                + ','
                + escaped(line("EOE", 1))
                + "]}");
    assertThat(rest()).containsExactly(line("SYSCALL", 2));
    assertThat(rest()).isEmpty();
  }

  @Test
  void whatIsAnEventByItself_orNoRecord_isPassedOn() {
    assertThat(take(line("USER_LOGIN", 1), "", "nothing", "type=UNKNOWN[1329] msg=?"))
        .containsExactly(line("USER_LOGIN", 1), "", "nothing", "type=UNKNOWN[1329] msg=?");
    byte[] latin = (line("SYSCALL", 1) + "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(joiner.convert(latin)).containsExactly(latin);
    assertThat(rest()).isEmpty();
  }

  @Test
  void eventsOfTwoHosts_areNotMixed() {
    take("node=a " + line("SYSCALL", 1), "node=b " + line("SYSCALL", 1));

    assertThat(rest())
        .containsExactly("node=a " + line("SYSCALL", 1), "node=b " + line("SYSCALL", 1));
  }

  @Test
  void eventWithoutEnd_isGivenOut_whenTimeHasGoneOn() {
    assertThat(take(line("SYSCALL", 1), line("PATH", 1))).isEmpty();
    assertThat(take("type=SYSCALL msg=audit(1700000002.124:9): a=1")).hasSize(1);
  }

  @Test
  void openEvents_areBounded() {
    List<String> out = new ArrayList<>();
    for (int serial = 0; serial < 1_000; serial++) {
      out.addAll(take(line("SYSCALL", serial)));
    }

    assertThat(out).hasSize(1_000 - AuditJoiner.MOST_EVENTS).startsWith(line("SYSCALL", 0));
    assertThat(rest()).hasSize(AuditJoiner.MOST_EVENTS);
  }

  @Test
  void longEvent_isGivenOutInParts() {
    String line = line("EXECVE", 1) + " a0=\"" + "x".repeat(7_000) + '"';
    List<String> out = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      out.addAll(take(line));
    }
    out.addAll(rest());

    assertThat(out).hasSize(6).allMatch(one -> one.length() < 2 * AuditJoiner.MOST_BYTES);
  }
}
