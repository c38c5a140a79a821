package io.eventsec.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorCredentialsTest {

  @Test
  void everyScheme_hasTheToken() {
    assertThat(SensorCredentials.token("bearer  abc ")).contains("abc");
    assertThat(SensorCredentials.token("Basic " + encoded("any:a:b"))).contains("a:b");
    assertThat(SensorCredentials.token("ApiKey " + encoded("id:abc"))).contains("abc");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer ", "Digest x", "Basic !", "Basic YWJj", "ApiKey Og=="})
  void anythingElse_hasNone(String header) {
    assertThat(SensorCredentials.token(header)).isEmpty();
  }

  private static String encoded(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
