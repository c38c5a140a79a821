package io.eventsec.search.internal;

import io.eventsec.core.spi.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Stores documents in data streams that it makes sure of. Safe to share between threads. */
final class StreamWriter {
  private final Rest rest;
  private final DataStreams streams;
  private final OlderCopies copies;
  private final BulkWriter bulk;
  private final Runnable templates;

  /**
   * A writer.
   *
   * @param templates puts the templates in place; called when they are missing
   */
  StreamWriter(Rest rest, BulkWriter bulk, Runnable templates) {
    this.rest = rest;
    this.streams = new DataStreams(rest);
    this.copies = new OlderCopies(rest);
    this.bulk = bulk;
    this.templates = templates;
  }

  /**
   * How to store something.
   *
   * @param id its document's id
   * @param receivedAt it was not stored before that
   * @param document makes its document
   */
  record Form<T>(
      Function<T, String> id,
      Function<T, Instant> receivedAt,
      Function<T, BulkBody.Fields> document) {}

  /**
   * Stores what is not there yet.
   *
   * @return what became of each, in their order
   * @throws StoreUnavailableException if it cannot be stored now
   */
  <T> List<BulkItem> write(String name, List<T> things, Form<T> form) {
    Set<String> stored = storedBefore(stream(name), things, form);
    List<T> fresh = new ArrayList<>(things.size());
    for (T thing : things) {
      if (stored.isEmpty() || !stored.contains(form.id().apply(thing))) {
        fresh.add(thing);
      }
    }
    List<BulkItem> written =
        bulk.write(
            name,
            fresh,
            thing -> new BulkWriter.Document(form.id().apply(thing), form.document().apply(thing)));
    return stored.isEmpty() ? written : merged(things, stored, new Results<>(form, written));
  }

  private record Results<T>(Form<T> form, List<BulkItem> written) {}

  private static <T> List<BulkItem> merged(List<T> things, Set<String> stored, Results<T> results) {
    List<BulkItem> all = new ArrayList<>(things.size());
    int next = 0;
    for (T thing : things) {
      boolean there = stored.contains(results.form().id().apply(thing));
      all.add(there ? BulkItem.DUPLICATE : results.written().get(next++));
    }
    return all;
  }

  private <T> Set<String> storedBefore(DataStreams.Stream stream, List<T> things, Form<T> form) {
    Set<String> asked = new HashSet<>();
    for (T thing : things) {
      if (copies.mayHave(stream, form.receivedAt().apply(thing))) {
        asked.add(form.id().apply(thing));
      }
    }
    return asked.isEmpty() ? Set.of() : copies.found(stream, asked);
  }

  /**
   * The stream of that name. Asked for each time: if the index was thrown away meanwhile, a bulk
   * request would make a plain index with guessed types in its place.
   */
  private DataStreams.Stream stream(String name) {
    Optional<DataStreams.Stream> stream = streams.named(name);
    if (stream.isPresent()) {
      return stream.get();
    }
    Optional<String> problem = streams.create(name);
    if (problem.isPresent()) {
      templates.run();
      problem = streams.create(name);
    }
    String reason = problem.orElse("it was removed again");
    return streams
        .named(name)
        .orElseThrow(
            () ->
                new StoreUnavailableException(
                    "OpenSearch at "
                        + rest.address()
                        + " does not make the data stream "
                        + name
                        + " ("
                        + reason
                        + "); if an index of that name stands in the way, remove it"));
  }
}
