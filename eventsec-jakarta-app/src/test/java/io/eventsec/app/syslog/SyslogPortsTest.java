package io.eventsec.app.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.SyslogSender;
import io.eventsec.app.config.SyslogSettings;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.ast.CidrBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real sockets, and a journal that can be away. */
class SyslogPortsTest {
  private static final List<SyslogSender> LOOPBACK =
      List.of(sender("acme", "wide", "127.0.0.0/8"), sender("acme", "edge", "127.0.0.1/32"));
  private static final List<SyslogSender> OTHERS = List.of(sender("acme", "far", "192.0.2.0/24"));

  static SyslogSender sender(String tenant, String source, String network) {
    return new SyslogSender(
        new Tenant(tenant), source, new SyslogSender.Network(CidrBlock.parse(network)));
  }

  @Test
  void tcp_takesBothFramings_andKeepsThemUnderTheNarrowestNetworksSource() throws Exception {
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, Ports.LIMITS));
        Socket client = tcp(ports)) {
      send(client, "11 <34>1 a\nb c<35>line\r\n<36>zero\0\uFEFF<37>mark\n");

      assertThat(ports.kept.await(4))
          .containsExactly("<34>1 a#012b c", "<35>line", "<36>zero", "<37>mark");
      Kept.Batch batch = ports.kept.batches().get(0);
      assertThat(batch.origin().tenant()).isEqualTo(new Tenant("acme"));
      assertThat(batch.origin().source()).isEqualTo("edge");
      assertThat(batch.format()).isEqualTo("auto");
      assertThat(ports.kept.batches()).allMatch(one -> one.count() == one.lines().size());
      assertThat(ports.kept.attempts()).doesNotHaveDuplicates();
      assertThat(ports.figures.of(Transport.TCP).messages.sum()).isEqualTo(4);
      assertThat(ports.figures.kept.sum()).isEqualTo(4);
    }
  }

  @Test
  void halfMessage_waitsForItsOtherHalf_orSaysThatItNeverCame() throws Exception {
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, Ports.LIMITS))) {
      try (Socket client = tcp(ports)) {
        send(client, "<34>first\n20 <34>one");
        ports.kept.await(1);
        send(client, " and another<3");
        ports.kept.await(2);
      }
      assertThat(ports.kept.await(3))
          .containsExactly(
              "<34>first",
              "<34>one and another<",
              "3 [eventsec: cut short, the connection ended within the message]");
      assertThat(ports.kept.batches().get(2).format()).isEqualTo("syslog");
      assertThat(ports.figures.of(Transport.TCP).cutShort.sum()).isEqualTo(1);
    }
  }

  @Test
  void messageThatIsTooLong_isCutOff_andTheNextIsRead() throws Exception {
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, Ports.LIMITS));
        Socket client = tcp(ports)) {
      send(client, "<34>" + "x".repeat(600) + "\n<34>next\n");

      assertThat(ports.kept.await(2))
          .containsExactlyInAnyOrder(
              "<34>"
                  + "x".repeat(496)
                  + " [eventsec: cut off behind 500 bytes, 104 more were sent]",
              "<34>next");
      assertThat(ports.figures.of(Transport.TCP).tooLong.sum()).isEqualTo(1);
    }
  }

  @Test
  void whoIsNoSender_isNotListenedTo() throws Exception {
    try (Ports ports = new Ports(Ports.plain(OTHERS, Ports.LIMITS));
        Socket client = tcp(ports)) {
      assertThat(isClosed(client)).isTrue();
      datagram(ports, "<34>no");
      Figures.OfTransport udp = ports.figures.of(Transport.UDP);
      Kept.until(() -> udp.refused(Refusal.UNKNOWN).sum() == 1);
      assertThat(ports.figures.of(Transport.TCP).refused(Refusal.UNKNOWN).sum()).isEqualTo(1);
      assertThat(ports.figures.of(Transport.TCP).connections).hasValue(0);
      assertThat(ports.kept.lines()).isEmpty();
    }
  }

  @Test
  void connections_areBounded_inAllAndOfOneAddress() throws Exception {
    SyslogSettings.Limits few =
        new SyslogSettings.Limits(500, 20, 2, Duration.ofHours(1), 1 << 20, 1 << 16);
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, few))) {
      Figures.OfTransport tcp = ports.figures.of(Transport.TCP);
      try (Socket one = tcp(ports);
          Socket two = tcp(ports)) {
        Kept.until(() -> tcp.connections.get() == 2);
        try (Socket three = tcp(ports)) {
          assertThat(isClosed(three)).isTrue();
        }
        assertThat(tcp.refused(Refusal.CONNECTIONS_EACH).sum()).isEqualTo(1);
        send(one, "<34>one\n");
        send(two, "<34>two\n");
        ports.kept.await(2);
      }
      Kept.until(() -> tcp.connections.get() == 0);
      try (Socket four = tcp(ports)) {
        send(four, "<34>four\n");
        ports.kept.await(3);
      }
    }
    SyslogSettings.Limits one =
        new SyslogSettings.Limits(500, 1, 20, Duration.ofHours(1), 1 << 20, 1 << 16);
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, one));
        Socket first = tcp(ports)) {
      Kept.until(() -> ports.figures.of(Transport.TCP).connections.get() == 1);
      try (Socket second = tcp(ports)) {
        assertThat(isClosed(second)).isTrue();
      }
      assertThat(ports.figures.of(Transport.TCP).refused(Refusal.CONNECTIONS).sum()).isEqualTo(1);
      assertThat(first.isConnected()).isTrue();
    }
  }

  @Test
  void silentConnection_isClosed() throws Exception {
    SyslogSettings.Limits hasty =
        new SyslogSettings.Limits(500, 20, 20, Duration.ofSeconds(1), 1 << 20, 1 << 16);
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, hasty));
        Socket client = tcp(ports)) {
      assertThat(isClosed(client)).isTrue();
      assertThat(ports.figures.of(Transport.TCP).refused(Refusal.IDLE).sum()).isEqualTo(1);
    }
  }

  @Test
  void connectionWhoseMessageNeverEnds_isGivenUp_andItsBeginningIsKept() throws Exception {
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, Ports.LIMITS));
        Socket client = tcp(ports)) {
      byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      OutputStream out = client.getOutputStream();
      try {
        for (int n = 0; n < 64; n++) {
          out.write(block);
        }
      } catch (IOException e) {
        // The other side has had enough, as it should.
      }
      assertThat(ports.kept.await(1).get(0)).startsWith("x".repeat(500) + " [eventsec: cut off");
      assertThat(ports.figures.of(Transport.TCP).refused(Refusal.FRAMING).sum()).isEqualTo(1);
    }
  }

  @Test
  void nothingMoreIsRead_whileTheJournalIsAway_andNothingIsLost() throws Exception {
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, Ports.LIMITS));
        Socket client = tcp(ports)) {
      ports.kept.away(true);
      send(client, "<34>before\n");
      Kept.until(() -> ports.keeper.failure().isPresent());
      int count = 100_000;
      Thread sending =
          new Thread(
              () ->
                  IntStream.range(0, count / 100)
                      .forEach(block -> sendQuietly(client, block * 100, 100)));
      sending.start();
      // Tried again under its own key for as long as it takes; what was read stays one read.
      Kept.until(() -> ports.kept.attempts().size() >= 3);
      assertThat(ports.kept.attempts()).containsOnly(ports.kept.attempts().get(0));
      assertThat(ports.figures.of(Transport.TCP).messages.sum()).isEqualTo(1);
      assertThat(ports.lanes.held()).isEqualTo("<34>before\n".length());

      ports.kept.away(false);
      sending.join();
      List<String> lines = ports.kept.await(count + 1);
      assertThat(lines.get(0)).isEqualTo("<34>before");
      assertThat(lines.subList(1, count + 1))
          .isEqualTo(IntStream.range(0, count).mapToObj(n -> "<34>number " + n).toList());
      Kept.until(() -> ports.lanes.held() == 0);
      assertThat(ports.lanes.messages()).isZero();
      assertThat(ports.keeper.failure()).isEmpty();
    }
  }

  @Test
  void otherConnections_waitWhenThereIsNoRoom() throws Exception {
    SyslogSettings.Limits tight =
        new SyslogSettings.Limits(500, 20, 20, Duration.ofHours(1), 10, 1 << 16);
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, tight));
        Socket one = tcp(ports);
        Socket two = tcp(ports)) {
      for (int n = 0; n < 50; n++) {
        send(one, "<34>one " + n + "\n");
        send(two, "<34>two " + n + "\n");
        datagram(ports, "<34>three");
      }
      Kept.until(
          () -> ports.kept.lines().stream().filter(line -> !line.contains("three")).count() == 100);
      Kept.until(() -> ports.kept.lines().contains("<34>three"));
    }
  }

  @Test
  void datagrams_areMessages() throws Exception {
    try (Ports ports = new Ports(Ports.plain(LOOPBACK, Ports.LIMITS))) {
      datagram(ports, "<34>one\nmore\n");
      datagram(ports, "");
      datagram(ports, "<34>" + "y".repeat(600));
      assertThat(ports.kept.await(2))
          .containsExactlyInAnyOrder(
              "<34>one#012more",
              "<34>"
                  + "y".repeat(496)
                  + " [eventsec: cut off behind 500 bytes, 104 more were sent]");
      assertThat(ports.kept.batches().get(0).origin().source()).isEqualTo("edge");
    }
  }

  @Test
  void portThatIsTaken_isNamed_andOpenedOnceItIsFree() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      SyslogSettings settings =
          new SyslogSettings(
              "127.0.0.1",
              new SyslogSettings.Ports(taken.getLocalPort(), -1, -1),
              LOOPBACK,
              Ports.NO_TLS,
              Ports.LIMITS);
      try (Ports ports = new Ports(settings)) {
        assertThat(ports.ports.problems()).containsOnlyKeys(Transport.TCP);
        assertThat(ports.ports.port(Transport.TCP)).isEmpty();
        taken.close();
        ports.ports.open();
        assertThat(ports.ports.problems()).isEmpty();
        try (Socket client = tcp(ports)) {
          send(client, "<34>open\n");
          ports.kept.await(1);
        }
      }
    }
  }

  private static Socket tcp(Ports ports) throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), ports.port(Transport.TCP));
  }

  static void send(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void sendQuietly(Socket client, int first, int count) {
    StringBuilder text = new StringBuilder();
    IntStream.range(first, first + count)
        .forEach(n -> text.append("<34>number ").append(n).append('\n'));
    try {
      send(client, text.toString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void datagram(Ports ports, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, InetAddress.getByName("127.0.0.1"), ports.port(Transport.UDP)));
    }
  }

  /** Waits for the other side to close it. */
  static boolean isClosed(Socket client) throws IOException {
    client.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
    try {
      return client.getInputStream().read() == -1;
    } catch (SocketException e) {
      return true;
    }
  }
}
