package io.eventsec.app.security;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.SecurityMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The token that a scraper shows instead of a session; good for metrics and nothing else. It is in
 * a file, which is read for each call, so that a new token holds at once. Without the file nobody
 * has one.
 */
@ApplicationScoped
public class MetricsToken {
  private static final Logger LOG = System.getLogger(MetricsToken.class.getName());
  private static final int SHORTEST = 32;
  private static final int LONGEST = 256;

  @Inject Settings settings;

  /** True if that is the token; the time does not tell how much of it is. */
  boolean is(String shown) {
    return settings
        .security()
        .metricsTokenFile()
        .flatMap(MetricsToken::read)
        .filter(token -> Tokens.same(token, shown))
        .isPresent();
  }

  private static Optional<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String token = new String(in.readNBytes(2 * LONGEST), StandardCharsets.UTF_8).strip();
      if (token.length() >= SHORTEST && token.length() <= LONGEST) {
        return Optional.of(token);
      }
      refuse(file, "it does not have 32 to 256 characters");
    } catch (IOException e) {
      refuse(file, "it cannot be read: " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private static void refuse(Path file, String reason) {
    SecurityMessages.METRICS_TOKEN_UNUSABLE.log(LOG, file, reason);
  }
}
