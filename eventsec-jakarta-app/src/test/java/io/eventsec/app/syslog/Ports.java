package io.eventsec.app.syslog;

import io.eventsec.app.config.SyslogSender;
import io.eventsec.app.config.SyslogSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Ports on this machine with what is behind them, for a test. */
final class Ports implements AutoCloseable {
  static final SyslogSettings.Limits LIMITS =
      new SyslogSettings.Limits(500, 20, 20, Duration.ofHours(1), 1 << 20, 1 << 16);
  static final SyslogSettings.Tls NO_TLS =
      new SyslogSettings.Tls(Optional.empty(), Optional.empty(), Optional.empty(), true);
  private static final int MOST_LINES = 3;

  final Kept kept = new Kept();
  final Figures figures = new Figures();
  final Lanes lanes;
  final Keeper keeper;
  final SyslogPorts ports;

  Ports(SyslogSettings settings) {
    lanes = new Lanes(settings.limits().inFlightBytes(), MOST_LINES);
    keeper = new Keeper(lanes, kept, figures);
    Reception reception =
        new Reception(
            settings.limits().messageBytes(),
            new Senders(settings.senders()),
            lanes,
            figures,
            new Refusals(figures));
    ports = new SyslogPorts(settings, reception, Executors.defaultThreadFactory());
    ports.open();
    new Thread(keeper).start();
  }

  /** TCP and UDP at any port. */
  static SyslogSettings plain(List<SyslogSender> senders, SyslogSettings.Limits limits) {
    return new SyslogSettings(
        "127.0.0.1", new SyslogSettings.Ports(0, -1, 0), senders, NO_TLS, limits);
  }

  /** TLS at any port. */
  static SyslogSettings encrypted(List<SyslogSender> senders, SyslogSettings.Tls tls) {
    return new SyslogSettings(
        "127.0.0.1", new SyslogSettings.Ports(-1, 0, -1), senders, tls, LIMITS);
  }

  int port(Transport transport) {
    return ports.port(transport).orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    ports.close();
    kept.away(false);
    keeper.stop(Duration.ofMinutes(1));
  }
}
