package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.ScriptedServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost, http://localhost:9200",
    "https://search.example:9243/prefix/, https://search.example:9243/prefix",
    "http://[::1]:9200, http://[::1]:9200"
  })
  void address_isCompleted(String given, String url) {
    try (OpenSearchConnection connection = OpenSearchConnection.to(given).build()) {
      assertThat(connection.url()).isEqualTo(url);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost:9200", "ftp://host", "http://", "http://a b", "http://h?q"})
  void addressThatIsNone_isRefusedWithTheForm(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenSearchConnection.to(url))
        .withMessageContaining("http(s)://host:port");
  }

  @Test
  void addressWithAPassword_isRefusedWithoutTellingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenSearchConnection.to("http://ann:s3cr3t@host:9200"))
        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("s3cr3t"));
  }

  @Test
  void trustStoreThatIsNotThere_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OpenSearchConnection.to("https://localhost")
                    .trustStore(Path.of("no-such.p12"), "x".toCharArray())
                    .build())
        .withMessageContaining("no-such.p12");
  }

  @Test
  void serverThatHangs_isDownAfterTheDeadlineAndUnavailableAfterTheTimeout() {
    CountDownLatch hang = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(request -> awaited(hang));
        OpenSearchConnection connection =
            OpenSearchConnection.to(server.url()).responseTimeout(Duration.ofMillis(300)).build()) {
      OpenSearchTemplates templates = new OpenSearchTemplates(connection);
      SearchHealth health = new OpenSearchHealth(templates).check(Duration.ofMillis(50));
      assertThat(health.state()).isEqualTo(SearchHealth.State.DOWN);
      assertThat(health.reason()).contains("50 ms");
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(templates::install)
          .withMessageContaining("does not answer");
      hang.countDown();
    }
  }

  @Test
  void connectionThatIsClosed_isUnavailable() {
    OpenSearchConnection connection = OpenSearchConnection.to("http://localhost:9").build();
    OpenSearchTemplates templates = new OpenSearchTemplates(connection);
    connection.close();
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(templates::install);
  }

  @Test
  void searchThatTakesTooLong_saysSo() {
    Reply timedOut = new Reply(200, "{\"timed_out\":true,\"hits\":{\"hits\":[]}}");
    try (ScriptedServer server = new ScriptedServer(request -> timedOut);
        OpenSearchConnection connection = OpenSearchConnection.to(server.url()).build()) {
      OpenSearchEvents events = new OpenSearchEvents(connection);
      assertThatExceptionOfType(SearchTimeoutException.class)
          .isThrownBy(() -> events.search(TestQueries.all(new Tenant("one"))))
          .withMessageContaining("shorten the time range");
    }
  }

  private static Reply awaited(CountDownLatch hang) {
    try {
      hang.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Reply(200, "{}");
  }
}
