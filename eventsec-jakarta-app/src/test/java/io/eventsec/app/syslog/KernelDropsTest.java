package io.eventsec.app.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelDropsTest {
  private static final String HEAD =
      "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops\n";

  @Test
  void drops_areThoseOfTheOwnSocketsAtThePort(@TempDir Path process) throws IOException {
    Files.createDirectories(process.resolve("net"));
    Files.createDirectories(process.resolve("fd"));
    Files.createSymbolicLink(process.resolve("fd").resolve("7"), Path.of("socket:[901]"));
    Files.createSymbolicLink(process.resolve("fd").resolve("8"), Path.of("socket:[902]"));
    Files.createSymbolicLink(process.resolve("fd").resolve("9"), Path.of("/dev/null"));
    Files.writeString(
        process.resolve("net").resolve("udp"),
        HEAD + line("00000000:0202", 901, 5) + line("00000000:0202", 777, 50));
    Files.writeString(
        process.resolve("net").resolve("udp6"),
        HEAD
            + line("00000000000000000000000000000000:0202", 902, 3)
            + line("00000000000000000000000000000000:0203", 902, 70));
    KernelDrops drops = new KernelDrops(process);

    assertThat(drops.of(0x202)).hasValue(8);
    assertThat(drops.of(0x204)).isEmpty();
  }

  @Test
  void whereTheKernelDoesNotTell_thereIsNoFigure(@TempDir Path process) {
    assertThat(new KernelDrops(process).of(514)).isEmpty();
  }

  @Test
  void socketThatNobodyReads_dropsWhatItsBufferDoesNotHold() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/net/udp")), "only Linux tells");
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (DatagramSocket full = new DatagramSocket(0, loopback);
        DatagramSocket sender = new DatagramSocket()) {
      full.setReceiveBufferSize(4096);
      KernelDrops drops = new KernelDrops();
      assertThat(drops.of(full.getLocalPort())).hasValue(0);
      byte[] bytes = new byte[1000];
      for (int n = 0; n < 100; n++) {
        sender.send(new DatagramPacket(bytes, bytes.length, loopback, full.getLocalPort()));
      }
      assertThat(drops.of(full.getLocalPort()).orElseThrow()).isBetween(50L, 100L);
    }
  }

  private static String line(String local, int inode, int drops) {
    return "  123: "
        + local
        + " 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 "
        + inode
        + " 2 0000000000000000 "
        + drops
        + "\n";
  }
}
