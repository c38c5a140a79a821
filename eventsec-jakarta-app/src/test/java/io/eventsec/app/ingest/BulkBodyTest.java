package io.eventsec.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkBodyTest {

  @Test
  void documents_areCollectedBySource() {
    BulkBody bulk =
        bulk(
            "{\"create\":{\"_index\":\"Logs-2026.11.27\"}}\n{\"a\":1}\n"
                + "{\"index\":{\"_id\":\"7\",\"x\":{\"y\":[1]}}}\n{\"b\":2}\n"
                + "{\"delete\":{\"_index\":\"logs\",\"_id\":\"8\"}}\n"
                + "{\"update\":{\"_index\":\"logs\",\"_id\":\"9\"}}\n{\"doc\":{}}\n"
                + "{\"create\":{\"_index\":\"logs\"}}\n{\"c\":3}\n");

    assertThat(bulk.documents().keySet()).containsExactly("logs", "given");
    assertThat(text(bulk, "logs")).isEqualTo("{\"a\":1}\n{\"c\":3}\n");
    assertThat(bulk.items())
        .extracting(item -> item.operation() + item.source().orElse("-") + item.ordinal())
        .containsExactly("createlogs0", "indexgiven0", "delete-0", "update-0", "createlogs1");
    assertThat(bulk.items().get(1).id()).contains("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"create\":{}}",
        "{\"a\":1}\n{\"b\":2}",
        "text\nmore",
        "{\"create\":\n{}",
        "[]\n{}"
      })
  void brokenBody_isRefused(String body) {
    assertThatThrownBy(() -> bulk(body)).isInstanceOf(UnreadableBatchException.class);
  }

  @Test
  void sameTextUnderOtherIds_isAnotherBatch() {
    String document = "{\"a\":1}\n";
    assertThat(fingerprint("{\"index\":{\"_id\":\"1\"}}\n" + document))
        .isPresent()
        .isEqualTo(fingerprint("{\"index\":{\"_id\":\"1\"}}\n" + document))
        .isNotEqualTo(fingerprint("{\"index\":{\"_id\":\"2\"}}\n" + document));
    assertThat(fingerprint("{\"index\":{}}\n" + document)).isEmpty();
  }

  private static Optional<String> fingerprint(String body) {
    return documents(bulk(body), "given").fingerprint();
  }

  private static String text(BulkBody bulk, String source) {
    return new String(documents(bulk, source).payload().bytes(), StandardCharsets.UTF_8);
  }

  private static BulkDocuments documents(BulkBody bulk, String source) {
    return Objects.requireNonNull(bulk.documents().get(source));
  }

  private static BulkBody bulk(String body) {
    return BulkBody.of(body.getBytes(StandardCharsets.UTF_8), "given");
  }
}
