package io.eventsec.cli.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eventsec.cli.CommandRun;
import io.eventsec.cli.send.StubReceiver;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a program in Suricata's place that can be told what to do; once with Suricata itself. */
class PcapShipTest {
  private final StubReceiver server = new StubReceiver();
  private final Path home;
  private final Path captures;
  private final Path state;

  PcapShipTest(@TempDir Path home) throws IOException {
    this.home = home;
    this.captures = Files.createDirectories(home.resolve("captures"));
    this.state = home.resolve("state");
    Files.writeString(home.resolve("token"), StubReceiver.TOKEN);
    Files.write(captures.resolve("a.pcap"), capture("example.org"));
    Files.write(captures.resolve("b.pcap"), capture("example.net"));
    Files.writeString(captures.resolve("notes.txt"), "no capture");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A query for a name and nothing else, in Ethernet, IPv4 and UDP. */
  private static byte[] capture(String name) throws IOException {
    ByteArrayOutputStream question = new ByteArrayOutputStream();
    DataOutputStream dns = new DataOutputStream(question);
    dns.writeShort(0x1234);
    dns.writeShort(0x0100);
    dns.writeShort(1);
    dns.write(new byte[6]);
    for (String label : name.split("\\.", -1)) {
      dns.writeByte(label.length());
      dns.write(label.getBytes(StandardCharsets.US_ASCII));
    }
    dns.writeByte(0);
    dns.writeInt(0x00010001);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packet);
    out.write(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0});
    out.writeShort(0x4500);
    out.writeShort(28 + question.size());
    out.writeInt(0x00010000);
    out.writeInt(0x40110000);
    out.write(new byte[] {(byte) 192, 0, 2, 1, (byte) 198, 51, 100, 53});
    out.writeShort(40_000);
    out.writeShort(53);
    out.writeShort(8 + question.size());
    out.writeShort(0);
    out.write(question.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream pcap = new DataOutputStream(file);
    pcap.writeInt(0xa1b2c3d4);
    pcap.writeInt(0x00020004);
    pcap.write(new byte[8]);
    pcap.writeInt(65_535);
    pcap.writeInt(1);
    pcap.writeInt(1_700_000_000);
    pcap.writeInt(0);
    pcap.writeInt(packet.size());
    pcap.writeInt(packet.size());
    pcap.write(packet.toByteArray());
    return file.toByteArray();
  }

  /** A program that writes two events for each capture, other ones each time, and counts. */
  private Path program(String more) throws IOException {
    String script =
        """
        #!/bin/sh
        while [ $# -gt 0 ]; do
          case $1 in
            -r) capture=$2 ;;
            -l) logs=$2 ;;
          esac
          shift
        done
        echo run >>%s
        MORE
        printf '{"event_type":"dns","pcap":"%%s","run":%%s}\\n' "${capture##*/}" $$ >"$logs/eve.json"
        printf '{"event_type":"flow","pcap":"%%s"}\\n' "${capture##*/}" >>"$logs/eve.json"
        """
            .formatted(home.resolve("runs"))
            .replace("MORE", more);
    Path program = Files.writeString(home.resolve("suricata"), script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private int runs() throws IOException {
    Path runs = home.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  private CommandRun ship(String suricata, String... more) {
    List<String> arguments = new ArrayList<>(List.of("ship", "--pcap", captures.toString()));
    arguments.addAll(List.of("--suricata", suricata, "--source", "pcap", "--url", server.url()));
    arguments.addAll(List.of("--token-file", home.resolve("token").toString()));
    arguments.addAll(List.of("--state", state.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void captures_areRead_sentAndRemembered() throws Exception {
    String program = program(":").toString();

    CommandRun run = ship(program);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(server.lines().values())
        .hasSize(4)
        .anyMatch(line -> line.contains("a.pcap"))
        .anyMatch(line -> line.contains("b.pcap"));
    assertThat(server.lines().keySet()).allMatch(id -> id.startsWith("pcap-"));
    assertThat(ship(program).out()).contains("a.pcap: sent by an earlier run");
    assertThat(runs()).isEqualTo(2);
    try (Stream<Path> left = Files.walk(state)) {
      assertThat(left.filter(file -> file.toString().endsWith("json"))).isEmpty();
    }
  }

  @Test
  void whatWasBegun_isEndedWithTheSameEvents() throws Exception {
    String program = program(":").toString();
    server.next(new StubReceiver.Reply(403, "", "{\"title\":\"Token revoked\"}", true));

    assertThat(ship(program).status()).isEqualTo(3);
    CommandRun again = ship(program);

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(runs()).isEqualTo(2);
    assertThat(server.lines()).hasSize(4);
    assertThat(server.conflicts()).isEmpty();
  }

  @Test
  void captureThatWasRenamed_isTheSameCapture() throws Exception {
    String program = program(":").toString();
    ship(program);
    Files.move(captures.resolve("a.pcap"), captures.resolve("c.pcap"));

    assertThat(ship(program).out()).contains("c.pcap: sent by an earlier run");
  }

  @Test
  void failure_isToldWithWhatItSaid() throws Exception {
    CommandRun run = ship(program("echo 'no rules'; exit 7").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("a.pcap", "status 7", "no rules");
    assertThat(server.requests()).isZero();
  }

  @Test
  void programThatWritesTooMuch_isEnded() throws Exception {
    CommandRun run =
        ship(
            program("while :; do echo '{\"n\":1}' >>\"$logs/fill\"; done").toString(),
            "--pcap-bytes",
            "100000");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("it wrote more than 100000 bytes");
  }

  @Test
  void withoutSuricata_saysHowToGetIt() {
    CommandRun run = ship("no-such-suricata");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("there is no Suricata", "no-such-suricata", "install it");
  }

  @Test
  void directoryWithoutCaptures_isRefused() throws Exception {
    Files.delete(captures.resolve("a.pcap"));
    Files.delete(captures.resolve("b.pcap"));

    CommandRun run = ship(program(":").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("holds no capture");
  }

  @Test
  void filesAndCaptures_areNotMixed() throws Exception {
    assertThat(ship(program(":").toString(), "eve.json").status()).isEqualTo(2);
    assertThat(CommandRun.of("ship", "--source", "x").status()).isEqualTo(2);
  }

  @Test
  void suricataItself_readsTheCaptures() {
    Set<Path> places = Set.of(Path.of("/usr/bin/suricata"), Path.of("/usr/local/bin/suricata"));
    assumeTrue(places.stream().anyMatch(Files::isExecutable), "no Suricata is installed here");

    CommandRun run = ship("suricata");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(server.lines().values())
        .anyMatch(line -> line.contains("\"dns\"") && line.contains("example.org"))
        .anyMatch(line -> line.contains("\"dns\"") && line.contains("example.net"));
  }
}
