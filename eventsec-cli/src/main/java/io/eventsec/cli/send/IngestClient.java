package io.eventsec.cli.send;

import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Sends batches and stays with each until the server has it: at least once, and recognised by the
 * server when more than once. Safe to share between threads.
 */
public final class IngestClient {
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final IngestTarget target;
  private final Patience patience;
  private final PatientSender sender;

  /**
   * A client.
   *
   * @param waiting told why, each time that a batch has to be tried again
   */
  public IngestClient(IngestTarget target, Patience patience, Consumer<String> waiting) {
    this.target = target;
    this.patience = patience;
    this.sender = new PatientSender(patience, waiting);
  }

  /**
   * Sends a batch until it is taken.
   *
   * @param origin the identity of what the records are numbered in
   * @throws CommandFailedException if the server refuses it or patience is over
   */
  public Receipt send(String origin, RecordBatch batch) throws InterruptedException {
    return send(origin, origin, batch);
  }

  /**
   * Sends a batch until it is taken.
   *
   * @param origin the identity of what the records are numbered in
   * @param content the identity of the bytes that they are cut from: other bytes under the same
   *     numbers are another batch
   * @throws CommandFailedException if the server refuses it or patience is over
   */
  public Receipt send(String origin, String content, RecordBatch batch)
      throws InterruptedException {
    Answer answer = sender.send(request(origin, content, batch), this::gaveUp);
    return answer.receipt().orElseThrow(() -> failure(refused(answer)));
  }

  /**
   * Sends a batch once, for callers that have a patience of their own.
   *
   * @param origin the identity of what the records are numbered in
   */
  public Attempt attempt(String origin, RecordBatch batch) throws InterruptedException {
    PatientSender.Tried tried = sender.once(request(origin, origin, batch));
    Optional<Receipt> receipt = tried.answer().flatMap(Answer::receipt);
    if (receipt.isPresent()) {
      return new Attempt.Taken(receipt.get());
    }
    return tried
        .answer()
        .filter(answer -> !answer.isPassing())
        .<Attempt>map(this::refused)
        .orElseGet(() -> new Attempt.Later(tried.why(), tried.retryAfter()));
  }

  private Attempt.Refused refused(Answer answer) {
    return new Attempt.Refused(answer.status(), answer.words(), cure(answer.status()));
  }

  private HttpRequest request(String origin, String content, RecordBatch batch) {
    return HttpRequest.newBuilder(target.endpoint())
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + target.token())
        .header("Content-Type", "application/x-ndjson")
        .header("Content-Encoding", "gzip")
        // The count belongs to it: another cut of the same file is another batch of the same
        // events.
        .header("Idempotency-Key", content + ':' + batch.firstOrdinal() + '+' + batch.count())
        .header("Eventsec-Origin", origin)
        .header("Eventsec-Origin-Offset", Long.toString(batch.firstOrdinal()))
        .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(batch.payload())))
        .build();
  }

  private static byte[] gzip(byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length / 4 + 64);
    try (GZIPOutputStream gzip = new FastGzip(out)) {
      gzip.write(payload);
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }

  /** Compresses little and quickly: the way to the server is seldom the narrow place. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 13);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private CommandFailedException gaveUp(String reason) {
    return new CommandFailedException(
        ExitStatus.UNREACHABLE,
        target.server()
            + " took no batch for "
            + patience.limit().orElseThrow().toSeconds()
            + " s; the last time: "
            + reason,
        "see that the server runs and is ready ("
            + target.server()
            + "/readyz says why not), then run the same command again: it goes on where this ended");
  }

  private CommandFailedException failure(Attempt.Refused refused) {
    return new CommandFailedException(
        ExitStatus.REFUSED,
        target.server() + " refused the batch: " + refused.reason(),
        refused.cure());
  }

  private String cure(int status) {
    return switch (status) {
      case 401, 403 ->
          "use the token of a sensor that is not revoked: the console makes one (Sensors)";
      case 404 -> "check the address: this one has no " + target.endpoint().getPath();
      case 413 -> "send smaller batches with --batch";
      default -> "mend that, then run the same command again: it goes on where this ended";
    };
  }
}
