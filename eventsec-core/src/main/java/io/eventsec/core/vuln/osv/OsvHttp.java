package io.eventsec.core.vuln.osv;

import io.eventsec.core.intel.ShownText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests, again if they fail for now, and reads answers of a bounded size. Thread-safe. */
final class OsvHttp {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final long LONGEST_PAUSE_SECONDS = 60;
  private static final int OK = 200;
  private static final int MISSING = 404;

  private final OsvLimits limits;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  OsvHttp(OsvLimits limits) {
    this.limits = limits;
  }

  /**
   * The body of the answer; empty if there is no such thing.
   *
   * @throws OsvLookupException if there is no usable answer however often it is sent
   */
  Optional<byte[]> send(HttpRequest request) throws OsvLookupException, InterruptedException {
    for (int failures = 1; ; failures++) {
      Tried tried = once(request);
      if (tried.answer().isPresent()) {
        HttpResponse<byte[]> answer = tried.answer().get();
        if (answer.statusCode() == OK) {
          return Optional.of(answer.body());
        }
        if (answer.statusCode() == MISSING) {
          return Optional.empty();
        }
      }
      if (!tried.passes() || failures > limits.retries()) {
        throw new OsvLookupException(
            request.uri()
                + " "
                + tried.why()
                + "; look whether it can be reached from here, and try again");
      }
      Thread.sleep(pause(failures, tried).toMillis());
    }
  }

  private Duration pause(int failures, Tried tried) {
    Optional<Duration> asked =
        tried
            .answer()
            .flatMap(answer -> answer.headers().firstValue("Retry-After"))
            .filter(value -> value.matches("[0-9]{1,6}"))
            .map(
                value ->
                    Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, Long.parseLong(value))));
    return asked.orElseGet(() -> limits.pause().multipliedBy(1L << Math.min(failures - 1, 6)));
  }

  /**
   * What came of sending it once.
   *
   * @param answer empty if there was none
   * @param why what happened instead of a usable one
   * @param passes true if it may be another the next time
   */
  private record Tried(Optional<HttpResponse<byte[]>> answer, String why, boolean passes) {
    static Tried of(HttpResponse<byte[]> answer) {
      int status = answer.statusCode();
      return new Tried(
          Optional.of(answer),
          "answered " + status,
          status == 408 || status == 429 || status >= 500);
    }

    static Tried failed(String why, boolean passes) {
      return new Tried(Optional.empty(), why, passes);
    }
  }

  private Tried once(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, info -> new BoundedBytes(limits.answerBytes()));
    try {
      return Tried.of(answer.get(limits.answerTime().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Tried.failed("did not answer within " + limits.answerTime(), true);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      return Tried.failed("failed: " + ShownText.of(message), !(cause instanceof TooLongException));
    } finally {
      answer.cancel(true);
    }
  }

  /** An answer is longer than it may be: it will not be shorter the next time. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(int most) {
      super("more than " + most + " bytes were sent");
    }
  }

  /** Reads an answer into memory, and ends with an error when it becomes too long. */
  private static final class BoundedBytes implements HttpResponse.BodySubscriber<byte[]> {
    private final int most;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    BoundedBytes(int most) {
      this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription from) {
      subscription = from;
      from.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] some = new byte[buffer.remaining()];
        buffer.get(some);
        if (bytes.size() + (long) some.length > most) {
          Optional.ofNullable(subscription).ifPresent(Flow.Subscription::cancel);
          body.completeExceptionally(new TooLongException(most));
          return;
        }
        bytes.write(some, 0, some.length);
      }
    }

    @Override
    public void onError(Throwable e) {
      body.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
      body.complete(bytes.toByteArray());
    }
  }
}
