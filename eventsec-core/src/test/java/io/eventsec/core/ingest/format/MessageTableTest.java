package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTableTest {

  @Test
  void everyName_isAnEcsFieldOrOneOfTheProgramsOwn() {
    List<String> unknown = new ArrayList<>();
    Stream.of(ProgramMessage.TABLE, Cisco.MESSAGES)
        .flatMap(table -> table.shapes().values().stream())
        .forEach(
            shapes ->
                shapes
                    .all()
                    .forEach(
                        shape -> {
                          shape.section().targets().stream()
                              .filter(name -> EcsField.named(name).isEmpty())
                              .forEach(
                                  name -> unknown.add(name + " is set in " + shape.template()));
                          shape.template().names().stream()
                              .filter(name -> EcsField.named(name).isEmpty())
                              .filter(MessageTableTest::looksLikeEcs)
                              .forEach(name -> unknown.add(name + " in " + shape.template()));
                        }));

    assertThat(unknown).isEmpty();
  }

  /** A native name that starts as an ECS field does is most likely a slip. */
  private static boolean looksLikeEcs(String name) {
    return !name.equals(FoundMessage.TIME)
        && !name.equals(FoundMessage.REQUEST)
        && List.of("source.", "destination.", "user.", "event.", "http.", "url.", "host.", "log.")
            .stream()
            .anyMatch(name::startsWith);
  }

  @Test
  void everyMessage_hasModuleDatasetAndCategory() {
    ProgramMessage.TABLE
        .shapes()
        .values()
        .forEach(
            shapes ->
                shapes
                    .all()
                    .forEach(
                        shape ->
                            assertThat(shape.section().targets())
                                .as(shape.template().toString())
                                .contains("event.module", "event.dataset")));
  }
}
