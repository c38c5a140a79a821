package io.eventsec.app.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens, which is the server's own business, and where browsers find it.
 *
 * @param host address to listen on, or {@code *}
 * @param port of plain HTTP; -1 for none
 * @param httpsPort of TLS; -1 for none
 * @param publicUrl where browsers reach the console, if somebody said so
 */
public record HttpSettings(String host, int port, int httpsPort, Optional<URI> publicUrl) {
  static final Setting<String> HOST =
      new Setting<>(
          "eventsec.http.host", "the address to listen on", ValueTypes.LISTEN, "127.0.0.1");
  static final Setting<Integer> PORT =
      new Setting<>("eventsec.http.port", "the port of plain HTTP", ValueTypes.port(), "9080");
  static final Setting<Integer> HTTPS_PORT =
      new Setting<>("eventsec.https.port", "the port of TLS", ValueTypes.port(), "-1");
  static final Setting<URI> PUBLIC_URL =
      Setting.optional(
          "eventsec.public.url", "the address at which browsers reach the console", Addresses.HTTP);
  static final Area AREA =
      new Area(
          "HTTP",
          "Read by the server itself, before the application starts.",
          List.of(HOST, PORT, HTTPS_PORT, PUBLIC_URL));

  static HttpSettings of(SettingsReader reader) {
    HttpSettings http =
        new HttpSettings(
            reader.value(HOST),
            reader.value(PORT),
            reader.value(HTTPS_PORT),
            reader.given(PUBLIC_URL));
    reader.require(
        http.port() == -1 || http.port() != http.httpsPort(),
        HTTPS_PORT,
        "= '" + http.httpsPort() + "' is the port of plain HTTP too",
        "Give " + HTTPS_PORT.environmentName() + " or " + PORT.environmentName() + " another one");
    return http;
  }
}
