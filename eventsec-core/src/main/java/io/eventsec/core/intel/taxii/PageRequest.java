package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.internal.StixImport;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Asks a collection for pages. Immutable and thread-safe. */
record PageRequest(HttpClient http, TaxiiCollection collection, TaxiiLimits limits) {
  private static final String MEDIA_TYPE = "application/taxii+json";
  private static final int OK = 200;
  private static final int SHOWN = 2_000;
  private static final int LONGEST_DATE = 64;

  /** Reads a page into {@code reading}. */
  TaxiiPage get(PageQuery query, StixImport reading) throws TaxiiException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(collection.objects(query.text(limits.objectsOfPage())))
            .timeout(limits.page())
            .header("Accept", MEDIA_TYPE + ";version=2.1");
    collection.authorization().ifPresent(header -> request.header("Authorization", header));
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      return read(answer, reading);
    } catch (IOException e) {
      throw new TaxiiException(
          "No answer of "
              + collection.apiRoot()
              + ": "
              + ShownText.of(e.toString())
              + "; see whether address and network are right",
          e);
    }
  }

  private TaxiiPage read(HttpResponse<InputStream> answer, StixImport reading)
      throws IOException, TaxiiException {
    try (InputStream body = answer.body();
        BodyDeadline deadline = new BodyDeadline(body, limits.page())) {
      check(answer, body);
      TaxiiPage page = new TaxiiPage(reading.page(body), lastAdded(answer));
      if (deadline.hasPassed()) {
        throw new HttpTimeoutException("A page was not there within " + limits.page());
      }
      return page;
    }
  }

  private static Optional<String> lastAdded(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("X-TAXII-Date-Added-Last")
        .filter(date -> !date.isBlank() && date.length() <= LONGEST_DATE);
  }

  private void check(HttpResponse<InputStream> answer, InputStream body)
      throws IOException, TaxiiException {
    if (answer.statusCode() != OK) {
      String said = new String(body.readNBytes(SHOWN), StandardCharsets.UTF_8);
      throw new TaxiiException(
          "Status "
              + answer.statusCode()
              + " of "
              + collection.apiRoot()
              + " for collection '"
              + ShownText.of(collection.id())
              + "'; "
              + cure(answer.statusCode())
              + (said.isBlank() ? "" : ". It says: " + ShownText.of(said, SHOWN)),
          answer.statusCode(),
          retryAfter(answer));
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE)) {
      throw new TaxiiException(
          "The answer of "
              + collection.apiRoot()
              + " is of type '"
              + ShownText.of(type)
              + "', not "
              + MEDIA_TYPE
              + "; see whether the address is that of an API root of TAXII 2.1",
          OK,
          Optional.empty());
    }
  }

  private static String cure(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> "use the address that it redirects to";
      case 401 -> "give a user and password, or a token, that it knows";
      case 403 -> "have the user allowed to read the collection";
      case 404 -> "see whether API root and id of the collection are right";
      case 406 -> "see whether the server speaks TAXII 2.1";
      case 429, 503 -> "ask later";
      default -> "see what the server has to say about it";
    };
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
