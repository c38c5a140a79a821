package io.eventsec.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.SearchHealth.State;
import io.eventsec.search.internal.Call;
import io.eventsec.search.internal.DataStreams;
import io.eventsec.search.internal.Names;
import io.eventsec.search.internal.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says how OpenSearch is. Safe to share between threads; does not own the connection. */
public final class OpenSearchHealth {
  private final OpenSearchTemplates templates;
  private final Rest rest;

  /** Over the connection of these templates, which are those it expects. */
  public OpenSearchHealth(OpenSearchTemplates templates) {
    this.templates = templates;
    this.rest = templates.connection().rest();
  }

  /**
   * Asks it: whether it answers, the state of the cluster, the templates and their versions, the
   * data streams, and whether a full disk or an administrator blocks writing.
   *
   * @param deadline after which it counts as down
   * @return never an exception
   */
  public SearchHealth check(Duration deadline) {
    CompletableFuture<SearchHealth> check =
        CompletableFuture.supplyAsync(this::ask, OpenSearchHealth::run);
    try {
      return check.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return down(
          "OpenSearch at " + rest.address() + " did not answer in " + deadline.toMillis() + " ms");
    } catch (ExecutionException e) {
      return down(String.valueOf(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return down("The check was interrupted");
    }
  }

  /** A thread of its own: a check that hangs holds up no pool. */
  private static void run(Runnable check) {
    Thread thread = new Thread(check, "opensearch-check");
    thread.setDaemon(true);
    thread.start();
  }

  private SearchHealth ask() {
    try {
      String status = rest.send(Call.get("/_cluster/health")).json().path("status").asText("");
      List<String> streams = streams();
      if (status.equals("red")) {
        return new SearchHealth(
            State.DOWN,
            "The cluster is red: a primary shard is not there; see _cluster/allocation/explain",
            status,
            streams);
      }
      List<String> wrong = problems();
      return new SearchHealth(
          wrong.isEmpty() ? State.UP : State.DEGRADED, String.join("; ", wrong), status, streams);
    } catch (StoreUnavailableException e) {
      return down(String.valueOf(e.getMessage()));
    }
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> outdated = templates.outdated();
    if (!outdated.isEmpty()) {
      problems.add(
          "Templates "
              + String.join(", ", outdated)
              + " are missing or of another version; they are written at the next start");
    }
    problems.addAll(blocks());
    return problems;
  }

  private List<String> streams() {
    DataStreams all = new DataStreams(rest);
    List<String> names = new ArrayList<>();
    all.startingWith(Names.EVENTS).forEach(stream -> names.add(stream.name()));
    all.startingWith(Names.ALERTS).forEach(stream -> names.add(stream.name()));
    return names;
  }

  private List<String> blocks() {
    JsonNode blocks = rest.send(Call.get("/_cluster/state/blocks")).json().path("blocks");
    List<String> problems = new ArrayList<>();
    blocks
        .path("global")
        .forEach(
            block -> problems.add("The cluster is blocked: " + block.path("description").asText()));
    for (var index : blocks.path("indices").properties()) {
      if (index.getKey().startsWith(".ds-eventsec-")) {
        index
            .getValue()
            .forEach(
                block ->
                    problems.add(
                        index.getKey()
                            + " is blocked: "
                            + block.path("description").asText()
                            + "; if its disk is full, free space or add some"));
      }
    }
    return problems;
  }

  private static SearchHealth down(String reason) {
    return new SearchHealth(State.DOWN, reason, "unknown", List.of());
  }
}
