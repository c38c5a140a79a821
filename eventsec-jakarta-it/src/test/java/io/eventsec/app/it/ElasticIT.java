package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Filebeat, Fluent Bit, Vector and their kin do with Elasticsearch, done with this. */
class ElasticIT {
  private final String index = "beat-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void shipper_findsWhatItAsksForFirst() {
    Client shipper = shipper("Basic", "elastic");

    Client.Answer root = shipper.get("/api/v1/elastic/");
    assertThat(root.json().at("/version/number").asText()).startsWith("8.");
    assertThat(root.header("X-Elastic-Product")).contains("Elasticsearch");
    assertThat(shipper.get("/api/v1/elastic/_license").json().at("/license/status").asText())
        .isEqualTo("active");
    assertThat(shipper.get("/api/v1/elastic/_index_template/filebeat").status()).isEqualTo(200);
    assertThat(shipper.get("/api/v1/elastic/_ilm/policy/filebeat").status()).isEqualTo(200);
    assertThat(shipper.get("/api/v1/elastic/logstash").status()).isEqualTo(200);
    assertThat(shipper.get("/api/v1/elastic/_alias/logstash").status()).isEqualTo(200);
    assertThat(shipper.get("/api/v1/elastic/_search").status()).isEqualTo(404);
    assertThat(shipper.get("/api/v1/elastic/_doc/1").status()).isEqualTo(404);
    JsonNode health = shipper.get("/api/v1/elastic/_cluster/health").json();
    assertThat(health.get("status").asText()).isIn("green", "yellow");
    assertThat(Client.anonymous().get("/api/v1/elastic/").status()).isEqualTo(401);
    assertThat(Client.anonymous().get("/api/v1/elastic/_cluster/health").status()).isEqualTo(401);
  }

  @Test
  void bulk_isStoredDecodedAndAnswered() {
    Client admin = Client.administrator();
    String message =
        "Nov 27 08:15:30 web1 sshd[1]: Invalid user " + index + " from 192.0.2.7 port 9";
    String body =
        "{\"create\":{\"_index\":\""
            + index
            + "-2026.11.27\"}}\n{\"@timestamp\":\"2026-11-27T08:15:31Z\","
            + "\"ecs\":{\"version\":\"8.0.0\"},\"agent\":{\"type\":\"filebeat\"},\"message\":\""
            + message
            + "\"}\n{\"delete\":{\"_index\":\""
            + index
            + "\",\"_id\":\"1\"}}\n";

    JsonNode answer = bulk(shipper("ApiKey", "id"), body);

    assertThat(answer.get("errors").asBoolean()).isTrue();
    assertThat(answer.at("/items/0/create/status").asInt()).isEqualTo(201);
    assertThat(answer.at("/items/1/delete/status").asInt()).isEqualTo(400);
    String id = answer.at("/items/0/create/_id").asText();
    JsonNode found =
        Await.until(
            () ->
                admin
                    .get(
                        "/api/v1/events?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&filter=user.name:"
                            + index)
                    .json(),
            events -> events.path("total").asInt() == 1);
    assertThat(found.at("/items/0/id").asText()).isEqualTo(id);
    assertThat(found.toString()).contains("192.0.2.7");
  }

  @Test
  void bulkWithIds_isTheSameBatch() {
    String body =
        "{\"index\":{\"_index\":\""
            + index
            + "\",\"_id\":\"a\"}}\n{\"@timestamp\":\"2026-11-27T08:15:31Z\",\"message\":\"x\"}\n";

    JsonNode first = bulk(Client.sensor(), body);
    JsonNode again = bulk(Client.sensor(), body);

    assertThat(first.at("/items/0/index/result").asText()).isEqualTo("created");
    assertThat(again.at("/items/0/index/result").asText()).isEqualTo("noop");
    assertThat(again.at("/items/0/index/_id")).isEqualTo(first.at("/items/0/index/_id"));
    assertThat(Client.sensor().post("/api/v1/elastic/_bulk", "nonsense\n{}\n").status())
        .isEqualTo(400);
  }

  @Test
  void elasticsOwnClient_asksInItsOwnMediaTypes_andItsDocumentsAreFound() throws Exception {
    Client admin = Client.administrator();
    try (RestClient http =
        RestClient.builder(HttpHost.create(ItServers.application().toString()))
            .setPathPrefix("/api/v1/elastic")
            .setDefaultHeaders(
                new Header[] {new BasicHeader("Authorization", "Bearer " + ItServers.SENSOR_TOKEN)})
            .build()) {
      ElasticsearchClient elastic =
          new ElasticsearchClient(new RestClientTransport(http, new JacksonJsonpMapper()));

      assertThat(elastic.ping().value()).isTrue();
      assertThat(elastic.indices().exists(one -> one.index(index)).value()).isTrue();
      BulkResponse answer =
          elastic.bulk(
              all ->
                  all.index(index)
                      .operations(one -> one.create(it -> it.document(record("first of two"))))
                      .operations(one -> one.index(it -> it.document(record("second of two")))));

      assertThat(answer.errors()).isFalse();
      assertThat(answer.items()).extracting(BulkResponseItem::status).containsExactly(201, 201);
    }
    JsonNode found =
        Await.until(
            () -> admin.get("/api/v1/events?filter=eventsec.source:" + index).json(),
            events -> events.path("total").asInt() == 2);
    assertThat(found.toString()).contains("first of two", "second of two");
  }

  @Test
  void rsyslog_sendsByItsModuleForElasticsearch(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("input.log"), "one line\nanother line\n");
    String configuration =
        """
        global(workDirectory="%s")
        module(load="imfile")
        module(load="omelasticsearch")
        template(name="record" type="list" option.jsonf="on") {
          property(outname="@timestamp" name="timereported" dateFormat="rfc3339" format="jsonf")
          property(outname="message" name="msg" format="jsonf")
          property(outname="program" name="programname" format="jsonf")
        }
        input(type="imfile" File="%s" Tag="%s:" ruleset="send")
        ruleset(name="send") {
          action(type="omelasticsearch" server="%s/api/v1/elastic" searchIndex="%s" searchType=""
                 bulkmode="on" template="record" uid="elastic" pwd="%s")
        }
        """
            .formatted(
                directory, file, index, ItServers.application(), index, ItServers.SENSOR_TOKEN);
    Client admin = Client.administrator();
    try (Rsyslog rsyslog =
        Rsyslog.start(List.of("imfile.so", "omelasticsearch.so"), directory, configuration)) {
      try {
        JsonNode found =
            Await.until(
                () -> admin.get("/api/v1/events?filter=eventsec.source:" + index).json(),
                events -> events.path("total").asInt() == 2);
        assertThat(found.toString()).contains("one line", "another line");
      } catch (AssertionError e) {
        throw new AssertionError("rsyslog says " + rsyslog.log(), e);
      }
    }
  }

  /** As Vector writes them, which names its time in its own way. */
  private static Map<String, String> record(String message) {
    return Map.of("message", message, "source_type", "file", "timestamp", Instant.now().toString());
  }

  private static JsonNode bulk(Client client, String body) {
    Client.Answer answer = client.post("/api/v1/elastic/_bulk", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Client shipper(String scheme, String user) {
    String pair = user + ":" + ItServers.SENSOR_TOKEN;
    return Client.sensor()
        .with(
            "Authorization",
            scheme
                + " "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
