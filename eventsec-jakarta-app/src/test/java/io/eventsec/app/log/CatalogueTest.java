package io.eventsec.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  static List<LogMessage> all() {
    return Catalogue.all();
  }

  @Test
  void ids_areUniqueAndInOrder() {
    assertThat(all()).extracting(LogMessage::id).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @MethodSource("all")
  void message_hasAllThatSomebodyNeedsWhoReadsIt(LogMessage message) {
    assertThat(message.id()).matches("EVS[1-9][0-9]{3}");
    assertThat(message.level().getSeverity())
        .isGreaterThanOrEqualTo(System.Logger.Level.INFO.getSeverity());
    assertThat(message.text()).isNotBlank();
    assertThat(message.cause()).endsWith(".");
    assertThat(message.cure()).endsWith(".");
    assertThat(Places.count(message.text())).isLessThanOrEqualTo(3);
  }

  @Test
  void everyArea_isInTheCatalogue() {
    List<Class<?>> areas = List.of(LogMessage.class.getPermittedSubclasses());
    assertThat(all().stream().map(Object::getClass)).containsAll(areas);
  }
}
