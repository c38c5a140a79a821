package io.eventsec.core.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.AuditJoiner;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.RawBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole events, compared with what another parser makes of them. */
class AuditEventCorpusTest {
  private static final int EVENTS = 48;
  private static final int AGREEMENTS = 1_406;

  /** Where we say something else, and why. */
  private static final Map<String, String> DEVIATIONS =
      Map.of(
          "LOGIN success ecs.user.id",
          "nobody was logged in before: ours names who is now",
          "make-device file.path",
          "the other parser does not know the older name of nametype, and takes the directory",
          "make-device file.inode",
          "as its path",
          "make-device file.mode",
          "as its path",
          "AUDIT_TIME_ADJNTPVAL chronyd freq tags",
          "the key is (null): the mark behind it was lost when the test was written",
          "AUDIT_TIME_ADJNTPVAL chronyd status tags",
          "the same",
          "AUDIT_TIME_ADJNTPVAL freq/tick tags",
          "the same");

  /** Where its parts stand in ours. */
  private static final Map<String, String> ECS =
      Map.ofEntries(
          Map.entry("summary.action", "event.action"),
          Map.entry("process.pid", "process.pid"),
          Map.entry("process.ppid", "process.parent.pid"),
          Map.entry("process.title", "process.title"),
          Map.entry("process.name", "process.name"),
          Map.entry("process.exe", "process.executable"),
          Map.entry("process.cwd", "process.working_directory"),
          Map.entry("process.args", "process.args"),
          Map.entry("file.path", "file.path"),
          Map.entry("file.inode", "file.inode"),
          Map.entry("file.mode", "file.mode"),
          Map.entry("file.uid", "file.uid"),
          Map.entry("file.gid", "file.gid"),
          Map.entry("source.ip", "source.ip"),
          Map.entry("source.port", "source.port"),
          Map.entry("destination.ip", "destination.ip"),
          Map.entry("destination.port", "destination.port"),
          Map.entry("network.direction", "network.direction"),
          Map.entry("tags", "tags"),
          Map.entry("ecs.event.kind", "event.kind"),
          Map.entry("ecs.event.category", "event.category"),
          Map.entry("ecs.event.type", "event.type"),
          Map.entry("ecs.user.id", "user.id"),
          Map.entry("ecs.user.effective.id", "user.effective.id"),
          Map.entry("ecs.user.effective.name", "user.effective.name"),
          Map.entry("ecs.user.target.name", "user.target.name"));

  private final Map<String, String> differences = new TreeMap<>();
  private int events;
  private int agreements;

  @Test
  void everyEvent_saysWhatAnotherParserSays() throws IOException {
    for (Path yaml : AuditGolden.files("aucoalesce", ".yaml")) {
      Map<String, List<String>> cases = AuditGolden.cases(yaml);
      String name = Objects.requireNonNull(yaml.getFileName()).toString().replace(".yaml", "");
      for (Map<String, @Nullable Object> golden :
          AuditGolden.beside(yaml.resolveSibling(name), ".json.golden")) {
        String test = String.valueOf(Objects.requireNonNull(golden).get("test_name"));
        List<String> lines = Objects.requireNonNull(cases.get(test), test);
        compare(test, event(lines), AuditGolden.flat(golden.get("event")));
      }
    }

    Corpus.report(
        "auditd events",
        events + " events, " + agreements + " values agree, " + differences.size() + " differ");
    differences.forEach((where, what) -> Corpus.report("auditd deviation", where + ": " + what));
    assertThat(differences.keySet()).isEqualTo(DEVIATIONS.keySet());
    assertThat(events).isEqualTo(EVENTS);
    assertThat(agreements).isEqualTo(AGREEMENTS);
  }

  private static Event event(List<String> lines) {
    AuditJoiner joiner = new AuditJoiner();
    List<byte[]> joined = new ArrayList<>();
    lines.forEach(line -> joined.addAll(joiner.convert(line.getBytes(StandardCharsets.UTF_8))));
    joined.addAll(joiner.flush());
    assertThat(joined).as("one event of " + lines).hasSize(1);
    DecodedBatch decoded = EventDecoder.standard().decode(Batches.of(RawBatch.AUTO, joined.get(0)));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  private void compare(String test, Event event, Map<String, Object> golden) {
    events++;
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
    assertThat(event.ecsFields()).doesNotContainKey("error.message");
    golden.forEach(
        (path, wanted) -> {
          if (isComparable(path)) {
            same(test + ' ' + path, wanted(path, wanted), is(path, event, wanted));
          }
        });
  }

  /** What it has of files twice, and of labels in parts that we leave whole, is left out. */
  private static boolean isComparable(String path) {
    return !path.startsWith("paths")
        && !path.contains("selinux")
        && !path.equals("category")
        && !path.equals("summary.object.type")
        && !path.equals("file.device");
  }

  private void same(String where, @Nullable Object wanted, @Nullable Object is) {
    if (Objects.equals(wanted, is)) {
      agreements++;
    } else {
      differences.put(where, is + ", not " + wanted);
    }
  }

  private static @Nullable Object wanted(String path, Object wanted) {
    if (path.equals("@timestamp")) {
      return TimeText.parse(wanted);
    }
    if (path.startsWith("summary.") && !path.endsWith(".action")) {
      return true;
    }
    if (wanted instanceof List<?> list) {
      return texts(list);
    }
    // Nobody has no id in ours.
    return wanted.equals("unset") || wanted.equals("unknown") ? null : String.valueOf(wanted);
  }

  private static Set<String> texts(List<?> list) {
    Set<String> texts = new HashSet<>();
    list.forEach(one -> texts.add(String.valueOf(one)));
    return texts;
  }

  private static @Nullable Object is(String path, Event event, Object wanted) {
    String field = ECS.get(path);
    if (field != null) {
      Object value = event.ecsFields().get(field);
      return wanted instanceof List<?>
          ? texts(value instanceof List<?> list ? list : value == null ? List.of() : List.of(value))
          : value == null ? null : value.toString();
    }
    NativeRecord own = new NativeRecord(event.nativeFields());
    return switch (path) {
      case "@timestamp" -> event.time();
      case "sequence" -> String.valueOf(event.ecsFields().get("event.sequence"));
      case "record_type" ->
          String.valueOf(event.ecsFields().get("event.code")).toLowerCase(Locale.ROOT);
      case "result" -> result(event);
      default ->
          path.startsWith("summary.")
              ? (Object) has(event, String.valueOf(wanted))
              : data(path, own);
    };
  }

  private static @Nullable String result(Event event) {
    Object outcome = event.ecsFields().get("event.outcome");
    return outcome == null ? null : outcome.equals("failure") ? "fail" : outcome.toString();
  }

  /** Whether an event has the value, wherever it may stand. */
  private static boolean has(Event event, String value) {
    return value.equals("unset")
        || event.ecsFields().values().stream().anyMatch(one -> isOrHas(one, value))
        || event.nativeFields().values().stream().anyMatch(one -> isOrHas(one, value));
  }

  private static boolean isOrHas(Object one, String value) {
    return one instanceof List<?> list
        ? list.stream().anyMatch(item -> item.toString().equals(value))
        : one.toString().equals(value);
  }

  private static @Nullable String data(String path, NativeRecord own) {
    String name = path.substring(path.lastIndexOf('.') + 1).replace("socket_", "");
    String field = name.equals("session") ? "ses" : name;
    String value = AuditCorpusTest.value(field, own);
    return "unset".equals(value) ? null : value;
  }
}
