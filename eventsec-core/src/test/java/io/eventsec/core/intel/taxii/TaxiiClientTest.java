package io.eventsec.core.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.taxii.TaxiiServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxiiClientTest {
  private static final String DATE = "X-TAXII-Date-Added-Last";
  private static final String AUTHOR = "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5";

  private final List<ThreatIndicator> claims = new ArrayList<>();

  private static String indicator(int number) {
    return """
        {"type": "indicator", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d%d",
         "valid_from": "2026-01-01T00:00:00Z", "pattern_type": "stix", "created_by_ref": "%s",
         "pattern": "[ipv4-addr:value = '192.0.2.%d']"}"""
        .formatted(number, AUTHOR, number);
  }

  private TaxiiPoll poll(TaxiiCollection collection, String addedAfter)
      throws InterruptedException {
    return poll(TaxiiLimits.DEFAULT, collection, addedAfter);
  }

  private TaxiiPoll poll(TaxiiLimits limits, TaxiiCollection collection, String addedAfter)
      throws InterruptedException {
    Optional<String> since = addedAfter.isEmpty() ? Optional.empty() : Optional.of(addedAfter);
    return new TaxiiClient(limits).poll(collection, since, claims::add);
  }

  private List<String> values() {
    return claims.stream().map(claim -> claim.indicator().value()).toList();
  }

  @Test
  void poll_pages_areReadToTheLast() throws Exception {
    try (TaxiiServer server =
        new TaxiiServer(
            Answer.page("{\"more\": true, \"next\": \"n/1\", \"objects\": [" + indicator(1) + "]}")
                .with(DATE, "2026-01-01T00:00:00.000001Z"),
            Answer.page(
                    "{\"objects\": ["
                        + indicator(2)
                        + ", {\"type\": \"identity\", \"id\": \""
                        + AUTHOR
                        + "\", \"name\": \"Acme\"}], \"more\": false}")
                .with(DATE, "2026-01-02T00:00:00.000002Z"))) {

      TaxiiPoll poll = poll(server.collection(), "2025-12-31T00:00:00Z");

      assertThat(values()).containsExactly("192.0.2.1", "192.0.2.2");
      assertThat(claims)
          .as("an author that is on another page")
          .allMatch(claim -> claim.origin().source().equals("Acme"));
      assertThat(poll.complete()).isTrue();
      assertThat(poll.pages()).isEqualTo(2);
      assertThat(poll.failure()).isEmpty();
      assertThat(poll.addedAfter()).contains("2026-01-02T00:00:00.000002Z");
      assertThat(poll.report().indicators()).isEqualTo(2);
      String first =
          "/api1/collections/a%20b/objects/?limit=1000&match%5Btype%5D="
              + "indicator%2Cidentity%2Cmarking-definition%2Csighting"
              + "&added_after=2025-12-31T00%3A00%3A00Z";
      assertThat(server.queries).containsExactly(first, first + "&next=n%2F1");
      assertThat(server.headers.element())
          .containsEntry("Accept", List.of("application/taxii+json;version=2.1"))
          .doesNotContainKey("Authorization");
    }
  }

  @Test
  void poll_serverThatLeavesOutNext_isAskedBehindTheLastDate() throws Exception {
    try (TaxiiServer server =
        new TaxiiServer(
            Answer.page("{\"more\": true, \"objects\": [" + indicator(1) + "]}").with(DATE, "d1"),
            Answer.page("{}"))) {

      TaxiiPoll poll = poll(server.collection(), "");

      assertThat(poll.complete()).isTrue();
      assertThat(poll.addedAfter()).contains("d1");
      assertThat(server.queries).last().asString().endsWith("&added_after=d1");
    }
  }

  @Test
  void poll_nothingNew_keepsWhereToGoOn() throws Exception {
    try (TaxiiServer server = new TaxiiServer(Answer.page("{}"))) {
      TaxiiPoll poll = poll(server.collection(), "d0");

      assertThat(poll.addedAfter()).contains("d0");
      assertThat(poll.complete()).isTrue();
    }
  }

  @Test
  void poll_pageThatFails_leavesThoseBefore_andTheNextPollGoesOnBehindThem() throws Exception {
    try (TaxiiServer server =
        new TaxiiServer(
            Answer.page("{\"more\": true, \"next\": \"2\", \"objects\": [" + indicator(1) + "]}")
                .with(DATE, "d1"),
            new Answer(503, Map.of("Retry-After", "120"), "{\"title\": \"busy\"}", false))) {

      TaxiiPoll poll = poll(server.collection(), "");

      assertThat(values()).containsExactly("192.0.2.1");
      assertThat(poll.complete()).isFalse();
      assertThat(poll.addedAfter()).contains("d1");
      TaxiiException failure = poll.failure().orElseThrow();
      assertThat(failure.status()).isEqualTo(503);
      assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
      assertThat(failure).hasMessageContaining("ask later. It says: {\"title\": \"busy\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({"401, user and password", "404, id of the collection", "302, redirects to"})
  void poll_otherStatus_isToldWithACure(int status, String cure) throws Exception {
    try (TaxiiServer server = new TaxiiServer(new Answer(status, Map.of(), "", false))) {
      TaxiiException failure = poll(server.collection(), "").failure().orElseThrow();

      assertThat(failure.status()).isEqualTo(status);
      assertThat(failure).hasMessageContaining("Status " + status).hasMessageContaining(cure);
    }
  }

  @Test
  void poll_anotherTypeOfAnswer_isRefused() throws Exception {
    try (TaxiiServer server =
        new TaxiiServer(new Answer(200, Map.of("Content-Type", "text/html"), "<html>", false))) {
      assertThat(poll(server.collection(), "").failure().orElseThrow())
          .hasMessageContaining("is of type 'text/html', not application/taxii+json");
    }
  }

  @Test
  void poll_serverThatGoesRoundInCircles_isLeft() throws Exception {
    Answer page = Answer.page("{\"more\": true, \"next\": \"same\", \"objects\": []}");
    try (TaxiiServer server = new TaxiiServer(page, page, page, page)) {
      TaxiiPoll poll = poll(server.collection(), "");

      assertThat(poll.pages()).isEqualTo(2);
      assertThat(poll.failure().orElseThrow()).hasMessageContaining("there is more and not where");
    }
  }

  @Test
  void poll_pages_areBounded() throws Exception {
    TaxiiLimits two = new TaxiiLimits(2, 10, Duration.ofSeconds(30), ImportLimits.DEFAULT);
    try (TaxiiServer server =
        new TaxiiServer(
            Answer.page("{\"more\": true, \"next\": \"1\"}").with(DATE, "d1"),
            Answer.page("{\"more\": true, \"next\": \"2\"}").with(DATE, "d2"),
            Answer.page("{\"more\": true, \"next\": \"3\"}").with(DATE, "d3"))) {
      TaxiiPoll poll = poll(two, server.collection(), "");

      assertThat(poll.pages()).isEqualTo(2);
      assertThat(poll.complete()).isFalse();
      assertThat(poll.failure()).isEmpty();
      assertThat(poll.addedAfter()).contains("d2");
    }
  }

  @Test
  void poll_brokenPage_isNotPassed() throws Exception {
    try (TaxiiServer server =
        new TaxiiServer(
            Answer.page("{\"more\": true, \"objects\": [" + indicator(1) + ", {")
                .with(DATE, "d1"))) {
      TaxiiPoll poll = poll(server.collection(), "d0");

      assertThat(values()).containsExactly("192.0.2.1");
      assertThat(poll.report().ended()).isPresent();
      assertThat(poll.complete()).isFalse();
      assertThat(poll.addedAfter()).contains("d0");
    }
  }

  @Test
  void poll_bodyThatStalls_isLeftInTime() throws Exception {
    TaxiiLimits quick = new TaxiiLimits(2, 10, Duration.ofMillis(300), ImportLimits.DEFAULT);
    try (TaxiiServer server =
        new TaxiiServer(Answer.page("{\"objects\": [" + indicator(1)).stalling())) {
      TaxiiPoll poll = poll(quick, server.collection(), "d0");

      assertThat(poll.complete()).isFalse();
      assertThat(poll.failure().orElseThrow()).hasMessageContaining("No answer of http://127");
      assertThat(poll.addedAfter()).contains("d0");
    }
  }

  @Test
  void poll_nobodyThere_isToldWithACure() throws IOException, InterruptedException {
    TaxiiCollection gone;
    try (TaxiiServer server = new TaxiiServer()) {
      gone = server.collection();
    }

    assertThat(poll(gone, "").failure().orElseThrow())
        .hasMessageContaining("see whether address and network are right");
  }

  @Test
  void credentials_goIntoTheHeader_andNowhereElse() throws Exception {
    try (TaxiiServer server = new TaxiiServer(Answer.page("{}"), Answer.page("{}"))) {
      TaxiiCollection secret = server.collection().withPassword("me", "pass");
      poll(secret, "");
      poll(server.collection().withToken("t0ken"), "");

      assertThat(server.headers)
          .extracting(headers -> headers.get("Authorization"))
          .containsExactly(List.of("Basic bWU6cGFzcw=="), List.of("Bearer t0ken"));
      assertThat(secret.toString()).doesNotContain("bWU6cGFzcw");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://taxii.example.org/, is no API root",
    "taxii.example.org, is no API root",
    "https://me:secret@taxii.example.org/, has credentials or a query",
    "https://taxii.example.org/?a=b, has credentials or a query"
  })
  void collection_badAddress_isRefused(URI root, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaxiiCollection.open(root, "c", "feed"))
        .withMessageContaining(message)
        .withMessageNotContaining("secret");
  }

  @Test
  void collection_credentialsInClearText_areRefused() {
    TaxiiCollection open =
        TaxiiCollection.open(URI.create("http://taxii.example.org/"), "c", "feed");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.withToken("t"))
        .withMessageContaining("for all to read; use https");
  }
}
