package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.IndexReport;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.ScriptedServer.Reply;
import io.eventsec.search.ScriptedServer.Request;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkAnswersTest {
  private static final Tenant TENANT = new Tenant("one");
  private static final int EVENTS = 5;
  private static final int ATTEMPTS = 3;

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void itemsThatAskToWait_areSentAgainAlone(int status) {
    AtomicInteger round = new AtomicInteger();
    Function<Request, Reply> script =
        request -> {
          if (round.getAndIncrement() > 0) {
            return ScriptedServer.items(request, 201, "");
          }
          String busy = "{\"create\":{\"status\":" + status + ",\"error\":{\"type\":\"busy\"}}}";
          String fine = "{\"create\":{\"status\":201}}";
          String items = String.join(",", fine, busy, fine, busy, "{\"create\":{\"status\":409}}");
          return new Reply(200, "{\"items\":[" + items + "]}");
        };
    try (ScriptedServer server = ScriptedServer.bulk(script)) {
      assertThat(index(server)).isEqualTo(new IndexReport(4, 1, Map.of()));
      assertThat(server.bulks()).extracting(Request::documents).containsExactly(EVENTS, 2);
    }
  }

  @Test
  void itemsThatAskToWaitEachTime_areUnavailableAfterTheLastAttempt() {
    Function<Request, Reply> script =
        request ->
            ScriptedServer.items(
                request, 429, ",\"error\":{\"type\":\"rejected\",\"reason\":\"queue full\"}");
    try (ScriptedServer server = ScriptedServer.bulk(script)) {
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(() -> index(server))
          .withMessageContaining("queue full")
          .withMessageContaining("5 documents");
      assertThat(server.bulks()).hasSize(ATTEMPTS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503})
  void requestThatAsksToWait_isSentAgain(int status) {
    AtomicInteger round = new AtomicInteger();
    Function<Request, Reply> script =
        request ->
            round.getAndIncrement() == 0
                ? new Reply(status, "{\"error\":\"busy\"}")
                : ScriptedServer.items(request, 201, "");
    try (ScriptedServer server = ScriptedServer.bulk(script)) {
      assertThat(index(server)).isEqualTo(new IndexReport(EVENTS, 0, Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, cluster_block_exception",
    "404, index_not_found_exception",
    "400, validation_exception"
  })
  void itemsRefusedBecauseOfTheIndex_areUnavailableAndNoRejections(int status, String type) {
    String error = ",\"error\":{\"type\":\"" + type + "\",\"reason\":\"says why\"}";
    Function<Request, Reply> script = request -> ScriptedServer.items(request, status, error);
    try (ScriptedServer server = ScriptedServer.bulk(script)) {
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(() -> index(server))
          .withMessageContaining("says why");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413})
  void requestRefusedAsAWhole_isTakenApart(int status) {
    Function<Request, Reply> script =
        request ->
            request.documents() > 1 || request.body().contains("host-2\"")
                ? new Reply(status, "{\"error\":{\"type\":\"odd\",\"reason\":\"too much\"}}")
                : ScriptedServer.items(request, 201, "");
    try (ScriptedServer server = ScriptedServer.bulk(script)) {
      IndexReport report = index(server);
      assertThat(report.stored()).isEqualTo(EVENTS - 1);
      assertThat(report.rejections()).containsOnlyKeys(TestEvents.event(TENANT, 2).id());
      assertThat(report.rejected().get(0).cause())
          .isEqualTo(status == 413 ? "index.too-large" : "index.mapping");
      assertThat(report.rejected().get(0).reason()).contains("too much");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"items\":[]}", "{\"items\":[{\"create\":{\"sta", "null"})
  void answersThatAreNone_areUnavailable(String body) {
    try (ScriptedServer server = ScriptedServer.bulk(request -> new Reply(200, body))) {
      assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> index(server));
    }
  }

  @Test
  void credentials_areSentAndNeverTold() {
    Function<Request, Reply> script = request -> new Reply(401, "{}");
    try (ScriptedServer server = new ScriptedServer(script);
        OpenSearchConnection connection =
            OpenSearchConnection.to(server.url()).credentials("ann", "s3cr3t").build()) {
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(() -> new OpenSearchTemplates(connection).install())
          .withMessageContaining("user and password")
          .satisfies(failure -> assertThat(failure.toString()).doesNotContain("s3cr3t"));
      assertThat(server.requests().get(0).authorization()).isEqualTo("Basic YW5uOnMzY3IzdA==");
    }
  }

  private static IndexReport index(ScriptedServer server) {
    try (OpenSearchConnection connection = OpenSearchConnection.to(server.url()).build()) {
      BulkSettings settings = new BulkSettings(100, 1 << 20, ATTEMPTS, Duration.ofMillis(1));
      List<Event> events =
          IntStream.range(0, EVENTS).mapToObj(n -> TestEvents.event(TENANT, n)).toList();
      return new OpenSearchEvents(new OpenSearchTemplates(connection), settings).index(events);
    }
  }
}
