package io.eventsec.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoredDocumentTest {
  @Test
  void line_isReadAsItWasWritten_numberForNumber() throws IOException {
    String source = "{\"a\":1.50,\"b\":{\"_source\":[1E3,\"\u2603}\"]},\"c\":12345678901234567890}";
    StoredDocument document = new StoredDocument("id-1", bytes(source));
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    document.writeTo(line);

    StoredDocument read = StoredDocument.of(new Lines(stream(line.toByteArray())).next().get());

    assertThat(read.id()).isEqualTo("id-1");
    assertThat(read.source()).asString(StandardCharsets.UTF_8).isEqualTo(source);
    BulkBody body = new BulkBody(100);
    body.add(read.id(), read);
    assertThat(body.bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"create\":{\"_id\":\"id-1\"}}\n" + source + "\n");
  }

  @Test
  void lineEndsBetweenValues_becomeBlanks() throws IOException {
    StoredDocument read =
        StoredDocument.of(bytes("{\"_id\":\"x\",\"_source\":{\n\"a\":\r\n\"b\\n\"}}"));
    assertThat(read.source()).asString().isEqualTo("{ \"a\":  \"b\\n\"}");
  }

  @Test
  void idThatWouldHaveToBeEscaped_isRefused() {
    for (String id : new String[] {"", "a\"b", "a b", "a\nb", "x".repeat(513)}) {
      assertThatThrownBy(() -> new StoredDocument(id, bytes("{}")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not stored by EVENTSEC");
    }
  }

  @Test
  void lineWithoutADocument_isRefused() {
    assertThatThrownBy(() -> StoredDocument.of(bytes("{\"_id\":\"x\"}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no document: x");
  }

  @Test
  void lines_endWithTheLast() throws IOException {
    Lines lines = new Lines(stream(bytes("one\n\ntwo")));
    assertThat(lines.next().get()).asString().isEqualTo("one");
    assertThat(lines.next().get()).isEmpty();
    assertThat(lines.next().get()).asString().isEqualTo("two");
    assertThat(lines.next()).isEmpty();
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
