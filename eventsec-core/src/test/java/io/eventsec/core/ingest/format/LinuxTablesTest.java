package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the tables of audit logs, the journal and Kubernetes, and for long lines. */
class LinuxTablesTest {
  private static final int LONGEST = 1024 * 1024;

  static Stream<FieldTable> tables() {
    return Stream.of(AuditFields.TABLE, Journald.TABLE, KubernetesAudit.TABLE);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void table_setsFieldsOfEcsOnly(FieldTable table) {
    assertThat(table.sections().values())
        .flatMap(TableSection::targets)
        .allMatch(field -> EcsField.named(field).isPresent());
  }

  @Test
  void everyAction_isOfKnownCategories() {
    assertThat(AuditActions.all())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            action -> {
              assertThat(AuditdCategories.CATEGORIES).containsAll(action.categories());
              assertThat(AuditdCategories.TYPES).containsAll(action.types());
            });
  }

  /** Those that ECS allows. */
  private static final class AuditdCategories {
    static final List<String> CATEGORIES =
        List.of(
            "authentication",
            "configuration",
            "driver",
            "file",
            "host",
            "iam",
            "intrusion_detection",
            "network",
            "package",
            "process",
            "session");
    static final List<String> TYPES =
        List.of(
            "access",
            "admin",
            "change",
            "connection",
            "creation",
            "deletion",
            "end",
            "group",
            "info",
            "start",
            "user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a>", "<a/>", "<a b='c'/>", "&amp;", "- ", "<!--", "x"})
  void longXml_isReadToItsEndAndRefused(String part) {
    // One that looks at a place again for each other place would not come back from these.
    String head = "<Event><System><EventID>1</EventID></System><UserData>";
    String line = head + part.repeat((LONGEST - head.length()) / part.length());

    assertThat(new WindowsXml().read(line)).isEmpty();
  }
}
