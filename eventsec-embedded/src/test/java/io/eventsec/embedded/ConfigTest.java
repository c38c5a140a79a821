package io.eventsec.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static final Path HOME = Path.of("home");

  @Test
  void modes_differInWhatTheyForceToDisk() {
    assertThat(PostgresConfig.durable(HOME).allSettings()).containsEntry("fsync", "on");
    assertThat(PostgresConfig.fast(HOME).allSettings())
        .containsEntry("fsync", "off")
        .containsEntry("synchronous_commit", "off")
        .containsEntry("full_page_writes", "off");
  }

  @Test
  void ownSetting_winsOverTheModes() {
    assertThat(PostgresConfig.fast(HOME).withSetting("fsync", "on").allSettings())
        .containsEntry("fsync", "on");
  }

  @Test
  void portOutOfRange_isRefusedByValue() {
    assertThatThrownBy(() -> PostgresConfig.fast(HOME).withPort(70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
    assertThatThrownBy(() -> OpenSearchConfig.fast(HOME).withPort(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tinyHeap_isRefusedByValue() {
    assertThatThrownBy(() -> OpenSearchConfig.fast(HOME).withHeapMegabytes(64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 MB");
  }

  @Test
  void serverNeverStarted_hasNoPort_andClosesWithoutHarm() {
    EmbeddedPostgres server = new EmbeddedPostgres(PostgresConfig.durable(HOME));
    assertThatThrownBy(server::port)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start it");
    server.close();
    assertThat(server.isRunning()).isFalse();
    assertThat(HOME).doesNotExist();
  }
}
