package io.eventsec.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.persistence.entity.EntityClasses;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class PersistenceUnitTest {

  @Test
  void unit_listsAllEntities() throws Exception {
    assertThat(listed()).containsExactlyInAnyOrderElementsOf(EntityClasses.names());
  }

  private static List<String> listed() throws Exception {
    try (InputStream file =
        Objects.requireNonNull(
            PersistenceUnitTest.class.getResourceAsStream("/META-INF/persistence.xml"))) {
      NodeList classes =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(file)
              .getElementsByTagName("class");
      return IntStream.range(0, classes.getLength())
          .mapToObj(n -> classes.item(n).getTextContent().strip())
          .toList();
    }
  }
}
