package io.eventsec.core.vuln.advisory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the daily file of FIRST's EPSS: {@code cve,epss,percentile}, a remark with model and date
 * before it. Thread-safe.
 */
public final class EpssReader {
  private static final int LONGEST_LINE = 10_000;
  private static final int MOST_LINES = 5_000_000;

  /**
   * Reads the scores.
   *
   * @param in unpacked, UTF-8; it is not closed
   * @throws UnreadableAdvisoryException if the columns are not there, or half of the lines are none
   * @throws IOException if reading fails
   */
  public EpssScores read(InputStream in) throws IOException, UnreadableAdvisoryException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = lines.readLine();
    Map<String, String> remark = Map.of();
    if (first != null && first.startsWith("#")) {
      remark = remark(first.substring(1));
      first = lines.readLine();
    }
    Columns columns = columns(first);
    Map<String, ExploitProbability> scores = new HashMap<>();
    int refused = 0;
    int count = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (++count > MOST_LINES || line.length() > LONGEST_LINE) {
        throw new UnreadableAdvisoryException(
            "Line "
                + (count + 2)
                + " is one of more than 5,000,000, or longer than 10,000"
                + " characters; a day's scores are fewer and shorter");
      }
      if (!columns.read(line, scores)) {
        refused++;
      }
    }
    if (refused > count / 2) {
      throw new UnreadableAdvisoryException(
          refused + " of " + count + " lines are no scores; fetch the file again");
    }
    return new EpssScores(
        remark.getOrDefault("model_version", ""),
        remark.getOrDefault("score_date", ""),
        scores,
        refused);
  }

  /** {@code model_version:v2025.03.14,score_date:2025-06-01T12:55:00Z}. */
  private static Map<String, String> remark(String text) {
    Map<String, String> remark = new HashMap<>();
    for (String part : text.split(",")) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        remark.put(part.substring(0, colon).strip(), part.substring(colon + 1).strip());
      }
    }
    return remark;
  }

  private static Columns columns(@Nullable String header) throws UnreadableAdvisoryException {
    List<String> names =
        header == null
            ? List.of()
            : Arrays.stream(header.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    Columns columns =
        new Columns(names.indexOf("cve"), names.indexOf("epss"), names.indexOf("percentile"));
    if (columns.cve < 0 || columns.epss < 0 || columns.percentile < 0) {
      throw new UnreadableAdvisoryException(
          "The first line is not 'cve,epss,percentile'; the file is no table of EPSS");
    }
    return columns;
  }

  private record Columns(int cve, int epss, int percentile) {

    boolean read(String line, Map<String, ExploitProbability> scores) {
      String[] values = line.split(",");
      if (values.length <= Math.max(cve, Math.max(epss, percentile))) {
        return false;
      }
      Optional<ExploitProbability> score = score(values[epss], values[percentile]);
      score.ifPresent(one -> scores.put(values[cve].strip(), one));
      return score.isPresent();
    }

    private static Optional<ExploitProbability> score(String epss, String percentile) {
      try {
        return Optional.of(
            new ExploitProbability(Double.parseDouble(epss), Double.parseDouble(percentile)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
