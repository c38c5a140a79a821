package io.eventsec.cli.pcap;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds files with captured packets, told by how they begin and not by their names. */
public final class Captures {
  private static final int MAGIC = 4;

  /** libpcap's in both orders of bytes, with micro- and with nanoseconds; pcapng's. */
  private static final Set<String> MAGICS =
      Set.of("a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1", "0a0d0d0a");

  private Captures() {}

  /**
   * Those of a directory, in the order of their names; or the one that is named.
   *
   * @throws CommandFailedException if there is none
   */
  public static List<Path> in(Path place) throws IOException {
    List<Path> found;
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.list(place)) {
        found = files.filter(Files::isRegularFile).sorted().toList();
      }
    } else {
      found = Files.isRegularFile(place) ? List.of(place) : List.of();
    }
    List<Path> captures = found.stream().filter(Captures::isCapture).toList();
    if (captures.isEmpty()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          place + " holds no capture that can be read: no file in it begins as pcap or pcapng does",
          "name a directory of captures, unpacked, that this user may read");
    }
    return captures;
  }

  private static boolean isCapture(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return MAGICS.contains(HexFormat.of().formatHex(in.readNBytes(MAGIC)));
    } catch (IOException e) {
      return false;
    }
  }
}
