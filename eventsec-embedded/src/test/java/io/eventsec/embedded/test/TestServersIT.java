package io.eventsec.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestServersIT {
  @BeforeAll
  static void both_startTogether() {
    TestServers.startAll();
  }

  @Test
  void postgres_askedTwice_isOne() {
    assertThat(TestServers.postgres()).isSameAs(TestServers.postgres());
  }

  @Test
  void openSearch_answers() throws Exception {
    try (InputStream in = URI.create(TestServers.openSearch().url()).toURL().openStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("2.19.6");
    }
  }
}
