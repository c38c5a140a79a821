package io.eventsec.search.internal;

import io.eventsec.core.spi.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Requests with bodies of our own making. Safe to share between threads. */
public final class Rest implements AutoCloseable {
  private static final int TOO_MANY_REQUESTS = 429;

  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;
  private final String address;

  /**
   * Over this transport, which it closes.
   *
   * @param address for messages, without credentials
   */
  public Rest(OpenSearchTransport transport, String address) {
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
    this.address = address;
  }

  /** Where it sends, for messages. */
  public String address() {
    return address;
  }

  /**
   * Sends and waits.
   *
   * @return an answer of any status but those that pass
   * @throws StoreUnavailableException if there is no answer, or it is 401, 403 without a block, 429
   *     or 5xx
   */
  public Answer send(Call call) {
    Answer answer = sendPatiently(call);
    int status = answer.status();
    if (status == 401) {
      throw new StoreUnavailableException(
          "OpenSearch at " + address + " does not accept the user and password it was given");
    }
    if (status == 403 || status == TOO_MANY_REQUESTS || status >= 500) {
      throw new StoreUnavailableException(
          "OpenSearch at " + address + " answered " + call + " with " + Failures.explain(answer));
    }
    return answer;
  }

  /**
   * Sends and waits, and takes any status for an answer.
   *
   * @throws StoreUnavailableException if there is no answer
   */
  public Answer sendPatiently(Call call) {
    return begin(call).await();
  }

  /**
   * Sends and does not wait.
   *
   * @throws StoreUnavailableException if it cannot be sent
   */
  Sent begin(Call call) {
    try {
      return new Sent(call, client.executeAsync(request(call)));
    } catch (RuntimeException e) {
      throw unreachable(call, e);
    }
  }

  /** A request that is on its way. */
  final class Sent {
    private final Call call;
    private final CompletableFuture<Response> response;

    private Sent(Call call, CompletableFuture<Response> response) {
      this.call = call;
      this.response = response;
    }

    /**
     * Waits, and takes any status for an answer.
     *
     * @throws StoreUnavailableException if there is no answer
     */
    Answer await() {
      try (Response arrived = response.get()) {
        return new Answer(arrived.getStatus(), bytes(arrived));
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return answered(cause).orElseThrow(() -> unreachable(call, cause));
      } catch (IOException | CancellationException e) {
        throw unreachable(call, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unreachable(call, e);
      }
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (Exception e) {
      System.getLogger(Rest.class.getName())
          .log(System.Logger.Level.DEBUG, "Closing the connection to OpenSearch failed", e);
    }
  }

  private static Request request(Call call) {
    @Nullable Body body =
        call.body().length == 0 ? null : Body.from(call.body(), call.contentType());
    return Requests.create(call.method(), call.path(), List.of(), call.parameters(), body);
  }

  private static byte[] bytes(Response response) throws IOException {
    Optional<Body> body = response.getBody();
    return body.isPresent() ? body.get().body().readAllBytes() : new byte[0];
  }

  /**
   * The client makes exceptions of some statuses, with the body behind the message's first line.
   */
  private static Optional<Answer> answered(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ResponseException response) {
        String message = String.valueOf(response.getMessage());
        String body = message.substring(message.indexOf('\n') + 1);
        return Optional.of(new Answer(response.status(), body.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return Optional.empty();
  }

  private StoreUnavailableException unreachable(Call call, Throwable cause) {
    return new StoreUnavailableException(
        "OpenSearch at "
            + address
            + " does not answer "
            + call
            + " ("
            + cause.getMessage()
            + "); check that it runs and that eventsec.opensearch.url is right",
        cause);
  }
}
