package io.eventsec.app.syslog;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many datagrams the kernel has dropped because a socket of this process was full: the column
 * {@code drops} of Linux' {@code /proc/net/udp} and {@code udp6} (proc(5)). A socket that is opened
 * anew counts from 0.
 */
final class KernelDrops {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final int LOCAL = 1;
  private static final int INODE = 9;
  private static final int DROPS = 12;

  private final Path process;

  KernelDrops() {
    this(Path.of("/proc/self"));
  }

  /**
   * Reads elsewhere.
   *
   * @param process a directory like {@code /proc/self}
   */
  KernelDrops(Path process) {
    this.process = process;
  }

  /** Of the socket at that port; empty if it cannot be read. */
  OptionalLong of(int port) {
    try {
      Set<String> own = ownSockets();
      long drops = 0;
      boolean found = false;
      for (String table : List.of("udp", "udp6")) {
        for (String line : lines(process.resolve("net").resolve(table))) {
          String[] columns = line.strip().split("\\s+");
          if (isAt(columns, port) && own.contains(columns[INODE])) {
            drops += Long.parseLong(columns[DROPS]);
            found = true;
          }
        }
      }
      return found ? OptionalLong.of(drops) : OptionalLong.empty();
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isAt(String[] columns, int port) {
    return columns.length > DROPS
        && columns[LOCAL].endsWith(String.format(Locale.ROOT, ":%04X", port));
  }

  private static List<String> lines(Path table) throws IOException {
    return Files.isReadable(table) ? Files.readAllLines(table) : List.of();
  }

  private Set<String> ownSockets() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : open) {
        Matcher socket = SOCKET.matcher(target(descriptor));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    }
    return inodes;
  }

  /** Descriptors come and go while they are listed. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
