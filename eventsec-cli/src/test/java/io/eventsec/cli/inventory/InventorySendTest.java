package io.eventsec.cli.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventsec.cli.CommandRun;
import io.eventsec.core.vuln.inventory.InventoryReader;
import io.eventsec.core.vuln.inventory.UnreadableInventoryException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code eventsec inventory --server} sends, and what it makes of answers. */
class InventorySendTest {
  private static final String TOKEN = "token-0123456789";
  private static final String RECORDED =
      "{\"outcome\":\"recorded\",\"takenAt\":\"2026-01-01T00:00:00Z\","
          + "\"inForceSince\":\"2026-01-01T00:00:00Z\",\"installed\":1,\"upgraded\":0,"
          + "\"removed\":0,\"unchanged\":0,\"leftOut\":0,\"problems\":[]}";

  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final Path root;
  private final Path token;

  InventorySendTest(@TempDir Path directory) throws IOException {
    root = Files.createDirectories(directory.resolve("root"));
    token = Files.writeString(directory.resolve("token"), TOKEN + '\n');
    Path python = root.resolve("opt/a.dist-info/METADATA");
    Files.createDirectories(python.getParent());
    Files.writeString(python, "Name: a\nVersion: 1\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void inventory_isSentInsteadOfPrinted() throws UnreadableInventoryException {
    replies.add(new Reply(200, RECORDED));

    CommandRun run = send("--name", "web 1", "--agent-id", "a&b", "--address", "2001:db8::1");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("1 installed, 0 upgraded, 0 removed, 0 as before")
        .doesNotContain("bomFormat");
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).query())
        .isEqualTo(
            "/api/v1/inventory/sboms?hostname=web+1&agentId=a%26b&address=2001%3Adb8%3A%3A1");
    assertThat(sent.get(0).authorization()).isEqualTo("Bearer " + TOKEN);
    assertThat(sent.get(0).type()).isEqualTo("application/vnd.cyclonedx+json");
    assertThat(new InventoryReader().read(sent.get(0).body()).components()).hasSize(1);
  }

  @Test
  void cloudsId_isWhatCloudInitSays_unlessItIsNamed() throws IOException {
    Path data = root.resolve("run/cloud-init/instance-data.json");
    Files.createDirectories(data.getParent());
    Files.writeString(
        data,
        "{\"ds\":{\"v1\":{\"instance_id\":\"x\"}},\"v1\":{\"cloud_name\":\"aws\",\"tags\":[],"
            + "\"instance_id\":\"i-7\"},\"vendordata\":null}");
    replies.addAll(List.of(new Reply(200, RECORDED), new Reply(200, RECORDED)));
    send("--name", "web");
    send("--name", "web", "--cloud-id", "gce:5");
    Files.writeString(data, "{\"v1\":{\"cloud_name\":\"none\",\"instance_id\":\"iid-x\"}");
    replies.add(new Reply(200, RECORDED));
    send("--name", "web");

    assertThat(sent)
        .extracting(one -> one.query().replaceFirst(".*hostname=web", ""))
        .containsExactly("&cloudId=aws%3Ai-7", "&cloudId=gce%3A5", "");
  }

  @Test
  void serverThatIsBusyOrAway_isTriedAgainWithTheSame() {
    replies.add(new Reply(503, "{\"title\":\"Temporarily unavailable\"}"));
    replies.add(new Reply(429, ""));
    replies.add(Reply.CUT);
    replies.add(
        new Reply(200, RECORDED.replace("recorded", "outdated").replace(",\"installed\":1", "")));

    CommandRun run = send();

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("recorded already");
    assertThat(sent).hasSize(4);
    assertThat(sent)
        .extracting(one -> new String(one.body(), StandardCharsets.UTF_8))
        .containsOnly(new String(sent.get(0).body(), StandardCharsets.UTF_8));
  }

  @Test
  void newerInventoryInForce_isSaid() {
    replies.add(
        new Reply(
            200,
            "{\"outcome\":\"outdated\",\"takenAt\":\"2026-01-01T00:00:00Z\","
                + "\"inForceSince\":\"2026-02-01T00:00:00Z\",\"leftOut\":3}"));

    CommandRun run = send();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("nothing changed, one of 2026-02-01T00:00:00Z is in force");
    assertThat(run.err()).contains("could not take in 3 components");
  }

  @Test
  void refusal_isSaidWithItsCure() {
    replies.add(new Reply(401, "{\"title\":\"Not signed in\",\"detail\":\"Unknown.\"}"));
    CommandRun refused = send();
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err())
        .contains("401, Not signed in: Unknown.", "console")
        .doesNotContain(TOKEN);

    replies.add(new Reply(200, "{\"some\":\"page\"}"));
    assertThat(send().status()).isEqualTo(3);
  }

  @Test
  void tokenThatIsMissing_isSaidBeforeAnythingIsSent() {
    CommandRun run =
        CommandRun.of(
            "inventory", "--root", root.toString(), "--server", address(), "--token-file", "none");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("none can't be read");
    assertThat(CommandRun.of("inventory", "--token-file", token.toString()).status()).isEqualTo(2);
    assertThat(sent).isEmpty();
  }

  private CommandRun send(String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("inventory"));
    arguments.addAll(List.of("--root", root.toString(), "--server", address()));
    arguments.addAll(List.of("--token-file", token.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    sent.add(
        new Sent(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestBody().readAllBytes()));
    Reply reply = replies.remove();
    if (reply == Reply.CUT) {
      exchange.close();
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Retry-After", "0");
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private record Reply(int status, String body) {
    static final Reply CUT = new Reply(0, "");
  }

  private record Sent(String query, String authorization, String type, byte[] body) {}
}
