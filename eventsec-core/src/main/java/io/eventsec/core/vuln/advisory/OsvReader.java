package io.eventsec.core.vuln.advisory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads records of the <a href="https://ossf.github.io/osv-schema/">OSV schema</a>, versions 1.0 to
 * 1.7. Beyond the schema it reads what makes answers more exact:
 *
 * <ul>
 *   <li>{@code last_known_affected_version_range} of GitHub ends a range that has no other end;
 *   <li>{@code custom_ranges} of the Go database stand in for a range that is open at both ends;
 *   <li>streams of modules are taken from the summaries of AlmaLinux, Rocky and Red Hat.
 * </ul>
 *
 * Ranges of commits are not evaluated; what they say of versions stands in the list beside them.
 * Not thread-safe: it remembers ranges that come again.
 */
public final class OsvReader {
  private final String source;
  private final OsvRanges ranges = new OsvRanges();

  /**
   * A reader of a feed.
   *
   * @param source the feed's name, 1 to 100 characters
   */
  public OsvReader(String source) {
    this.source = source;
  }

  /**
   * Reads one record.
   *
   * @param json one object, as UTF-8
   * @throws UnreadableAdvisoryException if it is none
   */
  public Advisory read(byte[] json) throws UnreadableAdvisoryException {
    return read(object(json));
  }

  static JsonFields object(byte[] json) throws UnreadableAdvisoryException {
    try {
      return new JsonFields(
          PlainJsonReader.object(json)
              .orElseThrow(
                  () ->
                      new UnreadableAdvisoryException(
                          "Not one object {...} with nothing behind it")));
    } catch (JsonProcessingException e) {
      throw new UnreadableAdvisoryException("No JSON: " + ShownText.of(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UnreadableAdvisoryException("Not UTF-8, as JSON must be", e);
    }
  }

  Advisory read(JsonFields record) throws UnreadableAdvisoryException {
    String id = record.text("id");
    if (id.isBlank() || id.length() > 200) {
      throw new UnreadableAdvisoryException(
          "Property 'id' is missing or too long; every record of OSV has one of 1 to 200"
              + " characters");
    }
    String summary = record.text("summary");
    List<AffectedPackage> packages = packages(record, summary);
    Set<String> mends = new HashSet<>(record.texts("upstream"));
    // Of an update of a distribution these are what it mends; elsewhere they are what resembles it.
    if (packages.stream().anyMatch(affected -> affected.key().isOfDistribution())) {
      mends.addAll(record.texts("related"));
    }
    return new Advisory(
        id,
        source,
        new HashSet<>(record.texts("aliases")),
        mends,
        new AdvisoryTimes(
            record.time("published"), record.time("modified"), record.time("withdrawn")),
        ShownText.of(summary.isEmpty() ? record.text("details") : summary),
        severities(record),
        packages,
        List.of());
  }

  private List<AffectedPackage> packages(JsonFields record, String summary) {
    List<AffectedPackage> packages = new ArrayList<>();
    for (JsonFields affected : record.objects("affected")) {
      JsonFields named = affected.object("package");
      String ecosystem = named.text("ecosystem");
      if (!ecosystem.isEmpty() && !named.text("name").isEmpty()) {
        packages.add(ranges.read(affected, ecosystem, summary, severities(affected)));
      }
    }
    return packages;
  }

  private List<SeverityClaim> severities(JsonFields of) {
    List<SeverityClaim> claims = new ArrayList<>();
    for (JsonFields one : of.objects("severity")) {
      claims.add(new SeverityClaim(source, one.text("score")));
    }
    for (String place : List.of("database_specific", "ecosystem_specific")) {
      String word = of.object(place).text("severity");
      if (!word.isEmpty()) {
        claims.add(new SeverityClaim(source, word));
      }
    }
    return claims;
  }
}
