package io.eventsec.core.vuln.osv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks up advisories by package at a server of <a
 * href="https://google.github.io/osv.dev/api/">OSV's API</a>. It is asked for all records about a
 * package, whatever the version: which versions are affected is for our own comparison to say. What
 * is asked tells the server what is installed. Thread-safe.
 */
public final class OsvApi {
  /** The server of osv.dev. */
  public static final URI OSV_DEV = URI.create("https://api.osv.dev");

  /** As many as the API takes at once. */
  private static final int BATCH = 1_000;

  private static final int AT_ONCE = 8;
  private static final int MOST_PAGES = 1_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final String base;
  private final OsvLimits limits;
  private final OsvHttp http;

  /**
   * A server.
   *
   * @param server {@code https://api.osv.dev}, or one of one's own, also by {@code http}
   * @throws IllegalArgumentException if it is no address of a server, or has a login, which would
   *     stand in messages
   */
  public OsvApi(URI server, OsvLimits limits) {
    String scheme = String.valueOf(server.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http"))
        || server.getHost() == null
        || server.getUserInfo() != null
        || server.getQuery() != null) {
      throw new IllegalArgumentException(
          "The address of a server of OSV's API is none: use one like "
              + OSV_DEV
              + ", without user, password and query");
    }
    String text = server.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.limits = limits;
    this.http = new OsvHttp(limits);
  }

  /**
   * All records about packages.
   *
   * @param packages by the names that advisories know them by, each with a package URL
   * @throws OsvLookupException if not all of it came
   * @throws InterruptedException if the thread is interrupted
   */
  public OsvLookup lookUp(Map<PackageKey, PackageUrl> packages)
      throws OsvLookupException, InterruptedException {
    List<String> problems = new ArrayList<>();
    Set<Query> queries = new LinkedHashSet<>();
    packages.forEach((key, purl) -> queries.add(Query.of(key, purl)));
    List<Query> asked = queries.stream().limit(limits.packages()).toList();
    if (asked.size() < queries.size()) {
      problems.add(
          (queries.size() - asked.size())
              + " packages were not looked up: at most "
              + limits.packages()
              + " are; use feeds of advisories for so many");
    }
    List<String> ids = ids(asked, problems);
    AdvisoryCollector collector = new AdvisoryCollector();
    records(ids, collector, problems);
    return new OsvLookup(collector.library(), asked.size(), problems);
  }

  /**
   * A question about a package.
   *
   * @param ecosystem empty if it is asked by package URL
   * @param name in that ecosystem, or the package URL without version
   */
  private record Query(String ecosystem, String name) {
    /**
     * Distributions are asked by their source packages, which package URLs of binary ones are not.
     */
    static Query of(PackageKey key, PackageUrl purl) {
      if (PackageUrl.isOfDistribution(purl.type())) {
        return new Query(key.ecosystem(), key.name());
      }
      return new Query(
          "",
          new PackageUrl(purl.type(), purl.namespace(), purl.name(), "", Map.of(), "").toString());
    }
  }

  /** A question that goes on behind a page. */
  private record Asked(Query query, String page) {}

  private List<String> ids(List<Query> queries, List<String> problems)
      throws OsvLookupException, InterruptedException {
    Set<String> ids = new LinkedHashSet<>();
    List<Asked> open =
        new ArrayList<>(queries.stream().map(query -> new Asked(query, "")).toList());
    for (int page = 0; !open.isEmpty() && page < MOST_PAGES; page++) {
      List<Asked> some = new ArrayList<>(open.subList(0, Math.min(BATCH, open.size())));
      open.subList(0, some.size()).clear();
      List<JsonFields> results = ask(some);
      for (int i = 0; i < some.size(); i++) {
        results.get(i).objects("vulns").forEach(one -> ids.add(one.text("id")));
        String next = results.get(i).text("next_page_token");
        if (!next.isEmpty()) {
          open.add(new Asked(some.get(i).query(), next));
        }
      }
    }
    if (!open.isEmpty() || ids.size() > limits.records()) {
      problems.add(
          "More records are about these packages than are looked up, "
              + limits.records()
              + "; use feeds of advisories for so many");
    }
    return ids.stream().limit(limits.records()).toList();
  }

  private List<JsonFields> ask(List<Asked> some) throws OsvLookupException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/v1/querybatch"))
            .timeout(limits.answerTime())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(some)))
            .build();
    Optional<byte[]> answer = http.send(request);
    if (answer.isEmpty()) {
      throw new OsvLookupException(
          base + "/v1/querybatch is not there; look whether it is a server of OSV's API");
    }
    List<JsonFields> results = object(answer.get(), "querybatch").objects("results");
    if (results.size() != some.size()) {
      throw new OsvLookupException(
          base
              + "/v1/querybatch was asked "
              + some.size()
              + " questions and gave "
              + results.size()
              + " answers; look whether it is a server of OSV's API");
    }
    return results;
  }

  private static byte[] body(List<Asked> some) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("queries");
      for (Asked asked : some) {
        json.writeStartObject();
        json.writeObjectFieldStart("package");
        if (asked.query().ecosystem().isEmpty()) {
          json.writeStringField("purl", asked.query().name());
        } else {
          json.writeStringField("ecosystem", asked.query().ecosystem());
          json.writeStringField("name", asked.query().name());
        }
        json.writeEndObject();
        if (!asked.page().isEmpty()) {
          json.writeStringField("page_token", asked.page());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }

  private JsonFields object(byte[] body, String of) throws OsvLookupException {
    try {
      Optional<JsonFields> fields = PlainJsonReader.object(body).map(JsonFields::new);
      if (fields.isPresent()) {
        return fields.get();
      }
    } catch (IOException e) {
      // It is told below: no parser's words help there.
    }
    throw new OsvLookupException(
        base + "/v1/" + of + " gave no JSON object; look whether it is a server of OSV's API");
  }

  private void records(List<String> ids, AdvisoryCollector collector, List<String> problems)
      throws OsvLookupException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Optional<byte[]>>> answers =
          ids.stream().map(id -> threads.submit(() -> record(id))).toList();
      for (int i = 0; i < ids.size(); i++) {
        Optional<byte[]> record = answers.get(i).get();
        if (record.isEmpty()) {
          problems.add("Record " + ids.get(i) + " is not there any more");
          continue;
        }
        collector.add(ids.get(i) + ".json", new ByteArrayInputStream(record.get()));
      }
    } catch (ExecutionException e) {
      throw new OsvLookupException(
          e.getCause() instanceof OsvLookupException lookup
              ? String.valueOf(lookup.getMessage())
              : base + ": " + e);
    } catch (IOException e) {
      throw new OsvLookupException(base + ": " + e.getMessage());
    } finally {
      threads.shutdownNow();
    }
  }

  private Optional<byte[]> record(String id) throws OsvLookupException, InterruptedException {
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    Optional<byte[]> body =
        http.send(
            HttpRequest.newBuilder(URI.create(base + "/v1/vulns/" + path))
                .timeout(limits.answerTime())
                .GET()
                .build());
    if (body.isPresent()) {
      object(body.get(), "vulns/" + path);
    }
    return body;
  }
}
