package io.eventsec.core.vuln.advisory;

import io.eventsec.core.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The advisories of the corpus. */
public final class Feeds {
  /** Those that follow the schema of OSV; others only borrow its shape. */
  public static final List<String> OSV =
      List.of(
          "almalinux",
          "bitnami",
          "debian-dsa-dla",
          "drupal",
          "go-vulndb",
          "misc-ghsa",
          "oss-fuzz",
          "pypa",
          "r-cran",
          "rustsec");

  private Feeds() {}

  /** All advisories of a file. */
  public static List<Advisory> osv(String name) throws IOException, UnreadableAdvisoryException {
    OsvReader reader = new OsvReader(name);
    List<Advisory> advisories = new ArrayList<>();
    for (String line : Corpus.lines(Corpus.file("vulns/feeds/" + name + ".osv.jsonl.gz"))) {
      advisories.add(reader.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return advisories;
  }

  /** All advisories of all files. */
  public static List<Advisory> osv() throws IOException, UnreadableAdvisoryException {
    List<Advisory> advisories = new ArrayList<>();
    for (String name : OSV) {
      advisories.addAll(osv(name));
    }
    return advisories;
  }
}
