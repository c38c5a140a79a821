package io.eventsec.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where syslog is received, and from whom.
 *
 * @param host the address to listen on, or {@code *}
 * @param ports by protocol; -1 for none
 * @param senders who may send, in the order they were given; may be empty
 * @param tls the keys of the port of TLS
 * @param limits what senders may use
 */
public record SyslogSettings(
    String host, Ports ports, List<SyslogSender> senders, Tls tls, Limits limits) {
  static final Setting<String> HOST =
      new Setting<>(
          "eventsec.syslog.host",
          "the address to listen on for syslog",
          ValueTypes.LISTEN,
          "127.0.0.1");
  static final Setting<Integer> TCP =
      new Setting<>(
          "eventsec.syslog.tcp.port", "the port of syslog over TCP", ValueTypes.port(), "-1");
  static final Setting<Integer> TLS =
      new Setting<>(
          "eventsec.syslog.tls.port", "the port of syslog over TLS", ValueTypes.port(), "-1");
  static final Setting<Integer> UDP =
      new Setting<>(
          "eventsec.syslog.udp.port", "the port of syslog over UDP", ValueTypes.port(), "-1");
  static final Setting<List<SyslogSender>> SENDERS =
      Setting.optional(
          "eventsec.syslog.senders",
          "who may send syslog, and under which source it is kept; nobody else may",
          SyslogSender.LIST);
  static final Setting<Path> CERTIFICATE =
      Setting.optional(
          "eventsec.syslog.tls.certificate.file",
          "the server's chain of certificates, PEM, its own first",
          ValueTypes.READABLE_FILE);
  static final Setting<Path> KEY =
      Setting.optional(
          "eventsec.syslog.tls.key.file",
          "the server's private key, PEM, PKCS#8, without a password",
          ValueTypes.READABLE_FILE);
  static final Setting<Path> AUTHORITY =
      Setting.optional(
          "eventsec.syslog.tls.ca.file",
          "the certificates of those who sign the clients' certificates, PEM",
          ValueTypes.READABLE_FILE);
  static final Setting<Boolean> CLIENT_REQUIRED =
      new Setting<>(
          "eventsec.syslog.tls.client.required",
          "whether a client over TLS must show a certificate; if not, one without is told by its network",
          ValueTypes.TRUTH,
          "true");
  static final Setting<Integer> MESSAGE =
      new Setting<>(
          "eventsec.syslog.message.bytes",
          "the most bytes of a message of syslog; longer ones are cut off there, and say so",
          ValueTypes.integer(480, 1 << 18),
          "65536");
  static final Setting<Integer> CONNECTIONS =
      new Setting<>(
          "eventsec.syslog.connections",
          "the most connections of syslog at a time",
          ValueTypes.integer(1, 10_000),
          "1000");
  static final Setting<Integer> CONNECTIONS_EACH =
      new Setting<>(
          "eventsec.syslog.connections.each",
          "the most connections of syslog of one address at a time",
          ValueTypes.integer(1, 10_000),
          "50");
  static final Setting<Duration> IDLE =
      new Setting<>(
          "eventsec.syslog.idle",
          "how long a connection of syslog may be silent until it is closed",
          ValueTypes.duration("PT5S", "P7D"),
          "P1D");
  static final Setting<Long> IN_FLIGHT =
      new Setting<>(
          "eventsec.syslog.in.flight.bytes",
          "how many bytes of syslog may wait to be written to disk before reading stops",
          ValueTypes.number(1 << 20, 4L << 30),
          "33554432");
  static final Setting<Integer> UDP_BUFFER =
      new Setting<>(
          "eventsec.syslog.udp.buffer.bytes",
          "the kernel's buffer for datagrams, as far as the kernel allows (net.core.rmem_max)",
          ValueTypes.integer(1 << 12, 1 << 28),
          "4194304");
  static final Area AREA =
      new Area(
          "Syslog",
          """
          Ports of syslog ([reference](reference/syslog.md)), on nodes that answer calls (`all`, `web`). None is open unless it is given. Who may send is
          told by the network, and over TLS by the client's certificate:
          `EVENTSEC_SYSLOG_SENDERS=firewall 192.0.2.0/24,acme/core 2001:db8::/32,dc dns:dc1.example.org`. A name before a slash is a tenant.""",
          List.of(
              HOST,
              TCP,
              TLS,
              UDP,
              SENDERS,
              CERTIFICATE,
              KEY,
              AUTHORITY,
              CLIENT_REQUIRED,
              MESSAGE,
              CONNECTIONS,
              CONNECTIONS_EACH,
              IDLE,
              IN_FLIGHT,
              UDP_BUFFER));

  /** Takes a copy. */
  public SyslogSettings {
    senders = List.copyOf(senders);
  }

  /**
   * The ports, each -1 for none.
   *
   * @param tcp without encryption
   * @param tls with encryption
   * @param udp of datagrams
   */
  public record Ports(int tcp, int tls, int udp) {}

  /**
   * The keys of the port of TLS.
   *
   * @param certificate the chain of certificates
   * @param key the private key
   * @param authority who signs the clients' certificates
   * @param clientRequired whether each client must show one
   */
  public record Tls(
      Optional<Path> certificate,
      Optional<Path> key,
      Optional<Path> authority,
      boolean clientRequired) {}

  /**
   * What senders may use.
   *
   * @param messageBytes the most bytes of a message
   * @param connections the most at a time
   * @param connectionsEach the most of one address
   * @param idle how long a connection may be silent
   * @param inFlightBytes how many bytes may wait to be written before reading stops
   * @param udpBuffer what the kernel is asked to hold of datagrams
   */
  public record Limits(
      int messageBytes,
      int connections,
      int connectionsEach,
      Duration idle,
      long inFlightBytes,
      int udpBuffer) {}

  /** True if any port is to be open. */
  public boolean enabled() {
    return ports.tcp() != -1 || ports.tls() != -1 || ports.udp() != -1;
  }

  static SyslogSettings of(SettingsReader reader) {
    SyslogSettings syslog =
        new SyslogSettings(
            reader.value(HOST),
            new Ports(reader.value(TCP), reader.value(TLS), reader.value(UDP)),
            reader.given(SENDERS).orElse(List.of()),
            new Tls(
                reader.given(CERTIFICATE),
                reader.given(KEY),
                reader.given(AUTHORITY),
                reader.value(CLIENT_REQUIRED)),
            new Limits(
                reader.value(MESSAGE),
                reader.value(CONNECTIONS),
                reader.value(CONNECTIONS_EACH),
                reader.value(IDLE),
                reader.value(IN_FLIGHT),
                reader.value(UDP_BUFFER)));
    check(syslog, reader);
    return syslog;
  }

  private static void check(SyslogSettings syslog, SettingsReader reader) {
    Ports ports = syslog.ports();
    reader.require(
        !syslog.enabled() || !syslog.senders().isEmpty(),
        SENDERS,
        "is empty, and so nobody may send to the ports that are open",
        "Name who may send in " + SENDERS.environmentName() + " or close the ports");
    reader.require(
        ports.tls() == -1 || ports.tls() != ports.tcp(),
        TLS,
        "= '" + ports.tls() + "' is the port of plain TCP too",
        "Give " + TLS.environmentName() + " or " + TCP.environmentName() + " another one");
    boolean tls = ports.tls() != -1;
    needed(!tls || syslog.tls().certificate().isPresent(), CERTIFICATE, reader);
    needed(!tls || syslog.tls().key().isPresent(), KEY, reader);
    needed(
        !tls || !syslog.tls().clientRequired() || syslog.tls().authority().isPresent(),
        AUTHORITY,
        reader);
  }

  private static void needed(boolean there, Setting<?> setting, SettingsReader reader) {
    reader.require(
        there,
        setting,
        "is not given, and " + TLS.key() + " needs it",
        "Name the file in " + setting.environmentName());
  }
}
