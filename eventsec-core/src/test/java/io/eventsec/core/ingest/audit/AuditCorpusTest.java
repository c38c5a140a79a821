package io.eventsec.core.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Single records, compared with what another parser makes of them. */
class AuditCorpusTest {
  private static final int LINES = 84;
  private static final int VALUES = 1_259;
  private static final List<String> LABEL = List.of("user", "role", "domain", "level", "category");
  private static final Map<String, String> FAMILIES =
      Map.of("local", "unix", "inet", "ipv4", "inet6", "ipv6");

  private final List<String> differences = new ArrayList<>();
  private int lines;
  private int values;

  @Test
  void everyRecord_isReadAsAnotherParserDoes() throws IOException {
    for (Path log : AuditGolden.files("auparse", ".log")) {
      List<@Nullable Map<String, @Nullable Object>> golden = AuditGolden.beside(log, ".golden");
      List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
      assertThat(all).hasSameSizeAs(golden);
      for (int i = 0; i < all.size(); i++) {
        compare(all.get(i), golden.get(i));
      }
    }

    Corpus.report("auditd records", lines + " lines, " + values + " values agree");
    assertThat(differences).isEmpty();
    assertThat(lines).isEqualTo(LINES);
    assertThat(values).isEqualTo(VALUES);
  }

  private void compare(String line, @Nullable Map<String, @Nullable Object> golden) {
    lines++;
    Optional<NativeRecord> read = AuditLine.read(line);
    if (golden == null || read.isEmpty()) {
      same(line, "is a record", golden != null, read.isPresent());
      return;
    }
    NativeRecord is = read.get();
    String msg = is.text("msg").orElse("");
    String stamp = msg.substring("audit(".length(), msg.length() - 1);
    same(
        line,
        "type",
        golden.get("record_type"),
        is.text("type").orElse("").toLowerCase(Locale.ROOT));
    same(
        line,
        "sequence",
        golden.get("sequence"),
        Long.valueOf(stamp.substring(stamp.indexOf(':') + 1)));
    same(
        line,
        "time",
        TimeText.parse(Objects.requireNonNull(golden.get("@timestamp"))),
        AuditHead.time(stamp).orElseThrow());
    Object keys = is.get("key");
    if (golden.get("keys") instanceof List<?> wanted) {
      same(line, "key", wanted, keys instanceof List<?> list ? list : List.of("" + keys));
    }
    Map<String, @Nullable Object> data =
        Objects.requireNonNull(AuditGolden.map(golden.get("data")));
    data.forEach((name, value) -> same(line, name, value, value(name, is)));
  }

  private void same(String line, String what, @Nullable Object wanted, @Nullable Object is) {
    if (Objects.equals(wanted, is)) {
      values++;
    } else {
      differences.add(what + " is " + is + ", not " + wanted + " in " + line);
    }
  }

  /** Our value of a field in the other parser's words. */
  static @Nullable String value(String name, NativeRecord is) {
    String own = is.text(name).orElse(null);
    return switch (name) {
      case "result" -> result(is.text("success").or(() -> is.text("res")).orElse(""));
      case "arch" -> is.text("ARCH").orElse(null);
      case "syscall" -> is.text("SYSCALL").orElse(null);
      case "exit" -> own == null ? null : SystemErrors.name(own).orElse(own);
      case "auid", "ses", "old-auid" -> "4294967295".equals(own) ? "unset" : own;
      case "sig" -> "31".equals(own) ? "SIGSYS" : own;
      case "addr" ->
          is.text("laddr").filter(x -> is.has("saddr")).map(AuditCorpusTest::short6).orElse(own);
      case "port" -> is.text("lport").orElse(null);
      case "family" -> is.text("saddr_fam").map(x -> FAMILIES.getOrDefault(x, x)).orElse(own);
      default -> own == null ? label(name, is) : own;
    };
  }

  private static String short6(String address) {
    return address.equals("0:0:0:0:0:0:0:0") ? "::" : address;
  }

  static String result(String own) {
    return switch (own) {
      case "yes", "success", "1" -> "success";
      case "no", "failed", "0" -> "fail";
      default -> own;
    };
  }

  /** The parts of SELinux's labels, which we leave whole. */
  private static @Nullable String label(String name, NativeRecord is) {
    int line = name.indexOf('_');
    int part = line < 0 ? -1 : LABEL.indexOf(name.substring(line + 1));
    if (part < 0) {
      return null;
    }
    String[] parts = is.text(name.substring(0, line)).orElse("").split(":", LABEL.size());
    return part < parts.length ? parts[part] : null;
  }
}
