package io.eventsec.core.vuln.advisory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.BoundedStream;
import io.eventsec.core.internal.ByteBudget;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Collects advisories from files, whatever they are: records of OSV and of CVE (version 5), items
 * and feeds of NVD (version 2.0), CISA's catalogue, tables of EPSS; each alone, in lines, packed
 * with gzip, or many in a zip as OSV exports them. What cannot be read is told, and what comes
 * after it is read. Not thread-safe.
 */
public final class AdvisoryCollector {
  private static final int MOST_RECORDS = 5_000_000;
  private static final long MOST_BYTES = 16L << 30;
  private static final int MOST_REFUSED = 1_000;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_LINE = 64 << 20;

  private final OsvReader osv = new OsvReader("OSV");
  private final Map<String, Advisory> advisories = new LinkedHashMap<>();
  private final Map<String, KnownExploited> exploited = new HashMap<>();
  private final Map<String, ExploitProbability> probabilities = new HashMap<>();
  private final Map<String, CveFacts> facts = new HashMap<>();
  private final List<String> refused = new ArrayList<>();
  private int refusedInAll;
  private Optional<String> broken = Optional.empty();
  private int records;
  private int exploitedRead;
  private int exploitedBefore;
  private String promised = "";

  /**
   * Reads a file.
   *
   * @param name for what is told of it, and to know lines ({@code .jsonl}) and tables ({@code
   *     .csv}) by
   * @param in is read to its end, and not closed
   * @throws IOException if reading fails, or there are more than 5,000,000 records or 16 GiB
   */
  public void add(String name, InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bounded(in));
    buffered.mark(4);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    try {
      if (first == 0x1f && second == 0x8b) {
        add(withoutSuffix(name, ".gz"), bounded(new GZIPInputStream(buffered)));
      } else if (first == 'P' && second == 'K') {
        zip(name, buffered);
      } else {
        plain(name, buffered);
      }
    } catch (ZipException | JsonProcessingException e) {
      broke(name, String.valueOf(e.getMessage()));
    }
  }

  /** Closing it closes nothing: the parser does, and a zip has more behind it. */
  private static InputStream bounded(InputStream in) {
    return new BoundedStream(
        in,
        new ByteBudget(MOST_BYTES),
        "More than " + MOST_BYTES + " bytes in one file; read it in parts");
  }

  private static String withoutSuffix(String name, String suffix) {
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  private void zip(String name, InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      // Nothing is written, so a path that leads elsewhere leads nowhere.
      if (!entry.isDirectory()) {
        String inner = name + "!" + entry.getName();
        try {
          plain(inner, bounded(zip));
        } catch (JsonProcessingException e) {
          refuse(inner, String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private void plain(String name, InputStream in) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      table(name, in);
    } else if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
      lines(name, in);
    } else if (lower.endsWith(".json")) {
      PlainJsonReader.objects(in, "vulnerabilities", one -> record(name, new JsonFields(one)));
      checkCatalogue(name);
    } else {
      broke(
          name, "files are named .json, .jsonl or .csv, .gz behind it if they are packed, or .zip");
    }
  }

  private void table(String name, InputStream in) throws IOException {
    try {
      EpssScores scores = new EpssReader().read(in);
      probabilities.putAll(scores.byCve());
      if (scores.refused() > 0) {
        refuse(name, scores.refused() + " lines are no scores");
      }
    } catch (UnreadableAdvisoryException e) {
      broke(name, String.valueOf(e.getMessage()));
    }
  }

  private void lines(String name, InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String place = name + ":" + number;
      if (line.length() > LONGEST_LINE) {
        refuse(place, "the line has more than " + LONGEST_LINE + " characters");
        continue;
      }
      try {
        record(place, OsvReader.object(line.getBytes(StandardCharsets.UTF_8)));
      } catch (UnreadableAdvisoryException e) {
        refuse(place, String.valueOf(e.getMessage()));
      }
    }
  }

  private void record(String place, JsonFields record) throws IOException {
    if (++records > MOST_RECORDS) {
      throw new IOException("More than " + MOST_RECORDS + " records; read them in parts");
    }
    try {
      if (record.has("cveMetadata")) {
        CveFacts one = CveRecordReader.read(record);
        facts.put(one.cve(), one);
      } else if (record.has("cveID")) {
        KnownExploited one = KevReader.entry(record);
        exploited.put(one.cve(), one);
        exploitedRead++;
      } else if (record.has("cve") || record.has("configurations") || record.has("vulnStatus")) {
        AdvisoryLibrary.keep(advisories, NvdReader.read(record));
      } else if (record.has("id")) {
        AdvisoryLibrary.keep(advisories, osv.read(record));
      } else if (!isHead(record)) {
        refuse(place, "a record of neither OSV, CVE, NVD nor CISA's catalogue");
      }
    } catch (UnreadableAdvisoryException e) {
      refuse(place, String.valueOf(e.getMessage()));
    }
  }

  /** What stands before the entries of CISA's catalogue, or before those of NVD. */
  private boolean isHead(JsonFields record) {
    if (record.has("catalogVersion")) {
      promised = record.text("count");
      exploitedBefore = exploitedRead;
    }
    return record.has("catalogVersion") || record.has("resultsPerPage");
  }

  /** A catalogue that was cut off would let things seem safe. */
  private void checkCatalogue(String name) {
    int read = exploitedRead - exploitedBefore;
    if (!promised.isEmpty() && !promised.equals(String.valueOf(read))) {
      broke(name, "the catalogue says 'count' " + promised + " and holds " + read + " entries");
    }
    promised = "";
  }

  /** A file that is no feed, or not all of one: what it lacks is not for certain gone. */
  private void broke(String name, String why) {
    if (broken.isEmpty()) {
      broken = Optional.of(ShownText.of(name + ": " + why, LONGEST_REASON));
    }
    refuse(name, why);
  }

  private void refuse(String place, String why) {
    refusedInAll++;
    if (refused.size() < MOST_REFUSED) {
      refused.add(ShownText.of(place + ": " + why));
    }
  }

  /**
   * The first file that broke off or is no feed, and why; empty if all were whole. A broken entry
   * of a zip is a record that was refused.
   */
  public Optional<String> broken() {
    return broken;
  }

  /** All that was read so far. */
  public AdvisoryLibrary library() {
    return new AdvisoryLibrary(
        List.copyOf(advisories.values()), exploited, probabilities, facts, refused, refusedInAll);
  }
}
