package io.eventsec.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private HttpServer server;
  private volatile int status = 503;
  private volatile String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void refused_isOnlyWhatItsConfigurationCloses() throws InterruptedException {
    assertThat(refused("configuration", "down")).isTrue();
    assertThat(refused("configuration", "up")).isFalse();
    assertThat(refused("database", "down")).isFalse();
  }

  @Test
  void refused_isNothingElse() throws InterruptedException {
    Probe probe = new Probe(server.getAddress().getPort());
    for (String answer : new String[] {"", "{", "<html>", "{\"name\":\"configuration\"}"}) {
      body = answer;
      assertThat(probe.isRefused()).as(answer).isFalse();
    }
    server.stop(0);
    assertThat(probe.isRefused()).as("no answer").isFalse();
  }

  private boolean refused(String name, String state) throws InterruptedException {
    body =
        """
        {"status":"DOWN","components":[
          {"name":"other","state":"up","reason":"configuration","since":"x"},
          {"name":"%s","duration":1,"state":"%s","reason":"","since":"x"}]}"""
            .formatted(name, state);
    return new Probe(server.getAddress().getPort()).isRefused();
  }
}
