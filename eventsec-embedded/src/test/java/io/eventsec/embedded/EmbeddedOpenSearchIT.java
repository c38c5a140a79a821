package io.eventsec.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventsec.embedded.test.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedOpenSearchIT {
  @TempDir static Path directory;
  static EmbeddedOpenSearch server;

  @BeforeAll
  static void start() throws Exception {
    server = new EmbeddedOpenSearch(config(directory)).start();
    Http.put(
        server,
        "/fact",
        "{\"settings\":{\"index.number_of_replicas\":0,\"index.number_of_shards\":1}}");
  }

  @AfterAll
  static void close() throws Exception {
    server.close();
    Processes.awaitNone(directory);
  }

  static OpenSearchConfig config(Path home) {
    return OpenSearchConfig.durable(home)
        .withBinaries(TestServers.binaries())
        .withHeapMegabytes(384);
  }

  @Test
  void writes_areOnDiskBeforeTheyAreAcknowledged() throws Exception {
    server.start();
    assertThat(Http.get(server, "/fact/_settings?include_defaults=true&flat_settings=true"))
        .contains("\"index.translog.durability\":\"REQUEST\"");
  }

  @Test
  void node_givesWayToItsNeighbours() throws Exception {
    server.start();
    ProcessHandle node = Processes.on(directory).get(0);
    assertThat(Processes.nice(node.pid())).isEqualTo("5");
    assumeThat(Processes.autogroup(node.pid())).as("the kernel has autogroups").exists();
    assertThat(Processes.autogroup(node.pid())).content().contains("nice 5");
    long self = ProcessHandle.current().pid();
    assertThat(Processes.autogroup(self)).content().doesNotContain("nice 5");
  }

  @Test
  void node_listensOnLoopbackAlone() throws Exception {
    server.start();
    assertThat(Http.get(server, "/_nodes/http,transport?filter_path=nodes.*.*.bound_address"))
        .contains("127.0.0.1")
        .doesNotContain("0.0.0.0", "[::]");
  }

  @Test
  void stoppedNode_startedAgain_hasItsPortAndItsData() throws Exception {
    server.start();
    Http.put(server, "/fact/_doc/stop", "{\"kept\":\"stopped\"}");
    int port = server.port();
    server.stop();
    assertThat(server.isRunning()).isFalse();
    Processes.awaitNone(directory);
    server.start();
    assertThat(server.port()).isEqualTo(port);
    assertThat(Http.get(server, "/fact/_doc/stop")).contains("stopped");
  }

  @Test
  void killedNode_startedAgain_hasWhatWasAcknowledged() throws Exception {
    server.start();
    Http.put(server, "/fact/_doc/kill", "{\"kept\":\"killed\"}");
    server.kill();
    assertThat(server.isRunning()).isFalse();
    server.start();
    assertThat(Http.get(server, "/fact/_doc/kill")).contains("killed");
  }

  @Test
  void secondOwner_sameProcess_isRefused() {
    server.start();
    assertThatThrownBy(() -> new EmbeddedOpenSearch(config(directory)).start())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("in use by this process");
    assertThat(server.isRunning()).isTrue();
  }

  @Test
  void unknownSetting_isToldInTheNodesWords(@TempDir Path other) {
    OpenSearchConfig wrong = config(other).withSetting("eventsec.nonsense", "1");
    try (EmbeddedOpenSearch second = new EmbeddedOpenSearch(wrong)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("eventsec.nonsense");
    }
  }
}
