package io.eventsec.search.internal;

import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores documents by {@code create}, request by request: the next is made while OpenSearch does
 * the one before. Safe to share between threads.
 */
final class BulkWriter {
  private static final int FIRST_BUFFER = 64 << 10;

  private final Rest rest;
  private final BulkLimits limits;
  private final Pause pause;

  BulkWriter(Rest rest, BulkLimits limits, Pause pause) {
    this.rest = rest;
    this.limits = limits;
    this.pause = pause;
  }

  /**
   * A document.
   *
   * @param id its id, hexadecimal digits
   * @param fields what writes it
   */
  record Document(String id, BulkBody.Fields fields) {}

  /**
   * Stores documents.
   *
   * @param documents what to store
   * @param document makes one of it, when its turn comes
   * @return what became of each, in their order; none of them passes
   * @throws StoreUnavailableException if OpenSearch does not answer, takes no document now, or
   *     still asks to wait after the last attempt
   */
  <T> List<BulkItem> write(String stream, List<T> documents, Function<T, Document> document) {
    BulkItem[] items = new BulkItem[documents.size()];
    List<Integer> pending = new ArrayList<>(documents.size());
    for (int i = 0; i < items.length; i++) {
      pending.add(i);
    }
    Duration wait = limits.firstPause();
    for (int attempt = 1; !pending.isEmpty(); attempt++) {
      Round<T> round = new Round<>(stream, documents, document, items);
      List<Integer> later = round.send(pending);
      if (!later.isEmpty() && attempt == limits.attempts()) {
        throw busy(later.size(), items[later.get(0)]);
      }
      if (!later.isEmpty()) {
        pause.of(wait);
        wait = wait.multipliedBy(2);
      }
      pending = later;
    }
    return Arrays.asList(items);
  }

  private StoreUnavailableException busy(int documents, BulkItem item) {
    return new StoreUnavailableException(
        "OpenSearch at "
            + rest.address()
            + " still asks to wait with "
            + documents
            + " documents after "
            + limits.attempts()
            + " attempts (HTTP "
            + item.status()
            + ": "
            + item.reason()
            + ")");
  }

  /**
   * A request that was sent.
   *
   * @param indexes the documents in it
   */
  private record Request(List<Integer> indexes, Rest.Sent sent) {}

  /** One attempt at all that is pending, in as many requests as it takes. */
  private final class Round<T> {
    private final String path;
    private final List<T> documents;
    private final Function<T, Document> document;
    private final BulkItem[] items;
    private final List<Integer> later = new ArrayList<>(0);
    private final BulkBody body = new BulkBody(FIRST_BUFFER);
    private List<Integer> inBody = new ArrayList<>();
    private Optional<Request> underway = Optional.empty();

    Round(String stream, List<T> documents, Function<T, Document> document, BulkItem[] items) {
      this.path = "/" + stream + "/_bulk";
      this.documents = documents;
      this.document = document;
      this.items = items;
    }

    List<Integer> send(List<Integer> pending) {
      for (int index : pending) {
        add(index);
      }
      flush();
      finish();
      return later;
    }

    private void add(int index) {
      Document next = document.apply(documents.get(index));
      int before = body.size();
      body.add(next.id(), next.fields());
      if (body.size() > limits.bytes() && !inBody.isEmpty()) {
        body.truncate(before);
        flush();
        body.add(next.id(), document.apply(documents.get(index)).fields());
      }
      inBody.add(index);
      if (inBody.size() >= limits.documents() || body.size() >= limits.bytes()) {
        flush();
      }
    }

    private void flush() {
      if (inBody.isEmpty()) {
        return;
      }
      Request next = new Request(inBody, rest.begin(call(body)));
      body.clear();
      inBody = new ArrayList<>(next.indexes().size());
      finish();
      underway = Optional.of(next);
    }

    /** Waits for the request that is on its way. */
    private void finish() {
      if (underway.isEmpty()) {
        return;
      }
      Request request = underway.get();
      underway = Optional.empty();
      List<BulkItem> answers = answers(request);
      for (int i = 0; i < answers.size(); i++) {
        take(request.indexes().get(i), answers.get(i));
      }
    }

    private void take(int index, BulkItem item) {
      if (item.concernsAll()) {
        throw new StoreUnavailableException(
            "OpenSearch at "
                + rest.address()
                + " takes no documents now: "
                + Failures.block(item.reason()));
      }
      items[index] = item;
      if (item.passes()) {
        later.add(index);
      }
    }

    private Call call(BulkBody lines) {
      return Call.lines(path, lines.bytes()).with("filter_path", BulkAnswer.FILTER);
    }

    private List<BulkItem> answers(Request request) {
      int count = request.indexes().size();
      Answer answer = request.sent().await();
      if (answer.ok()) {
        return BulkAnswer.items(answer.body(), count);
      }
      BulkItem all = new BulkItem(answer.status(), answer.errorType(), answer.reason());
      boolean poison = (all.status() == 400 || all.status() == 413) && !all.concernsAll();
      if (poison && count > 1) {
        return oneByOne(request.indexes());
      }
      return java.util.Collections.nCopies(count, all);
    }

    /** A request that is refused as a whole is taken apart, so that one document costs no other. */
    private List<BulkItem> oneByOne(List<Integer> indexes) {
      List<BulkItem> answers = new ArrayList<>(indexes.size());
      for (int index : indexes) {
        BulkBody alone = new BulkBody(FIRST_BUFFER);
        Document next = document.apply(documents.get(index));
        alone.add(next.id(), next.fields());
        answers.addAll(answers(new Request(List.of(index), rest.begin(call(alone)))));
      }
      return answers;
    }
  }
}
