package io.eventsec.core.vuln.inventory.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The files that packages of a distribution brought. A library among them is that package's, whose
 * version the distribution answers for: under its own name it would be found vulnerable long after
 * the distribution mended it. Not thread-safe.
 */
public final class OwnedFiles {
  private static final int MOST = 10_000_000;

  private final Set<String> files = new HashSet<>();

  /**
   * Reads a list with a path a line: {@code /var/lib/dpkg/info/*.list}, or what {@code rpm -qal}
   * prints.
   *
   * @param in UTF-8; it is not closed
   */
  public void list(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      add(line);
    }
  }

  /**
   * Reads {@code /lib/apk/db/installed}: directories, and the files in them.
   *
   * @param in UTF-8; it is not closed
   */
  public void apk(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String directory = "/";
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("F:")) {
        directory = "/" + line.substring(2) + "/";
      } else if (line.startsWith("R:")) {
        add(directory + line.substring(2));
      }
    }
  }

  private void add(String path) throws IOException {
    if (files.size() == MOST) {
      throw new IOException("Packages brought more than " + MOST + " files");
    }
    files.add(path);
  }

  /** True if a package brought that file. */
  public boolean contains(String path) {
    return files.contains(path);
  }
}
