package io.eventsec.core.vuln.advisory;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads CISA's catalogue of known exploited vulnerabilities, as JSON. Thread-safe. */
public final class KevReader {

  /**
   * Reads the catalogue.
   *
   * @param json all of it, as UTF-8
   * @return by number of CVE
   * @throws UnreadableAdvisoryException if it is none, it holds another number of entries than it
   *     says, or one cannot be read: a catalogue that is read in part would let things seem safe
   */
  public Map<String, KnownExploited> read(byte[] json) throws UnreadableAdvisoryException {
    JsonFields catalogue = OsvReader.object(json);
    List<JsonFields> entries = catalogue.objects("vulnerabilities");
    String count = catalogue.text("count");
    if (entries.isEmpty() || !count.isEmpty() && !count.equals(String.valueOf(entries.size()))) {
      throw new UnreadableAdvisoryException(
          "The catalogue holds "
              + entries.size()
              + " entries and says 'count' "
              + ShownText.of(count)
              + "; it must hold as many as it says; fetch it again");
    }
    Map<String, KnownExploited> known = new HashMap<>();
    for (JsonFields entry : entries) {
      KnownExploited one = entry(entry);
      known.put(one.cve(), one);
    }
    return Map.copyOf(known);
  }

  static KnownExploited entry(JsonFields entry) throws UnreadableAdvisoryException {
    String due = entry.text("dueDate");
    return new KnownExploited(
        entry.text("cveID"),
        ShownText.of(entry.text("vulnerabilityName")),
        day(entry.text("dateAdded"), entry),
        due.isEmpty() ? Optional.empty() : Optional.of(day(due, entry)),
        entry.text("knownRansomwareCampaignUse").equalsIgnoreCase("Known"),
        ShownText.of(entry.text("requiredAction")));
  }

  private static LocalDate day(String text, JsonFields entry) throws UnreadableAdvisoryException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UnreadableAdvisoryException(
          "'"
              + ShownText.of(text)
              + "' of "
              + ShownText.of(entry.text("cveID"))
              + " is no day; use one like 2026-01-31",
          e);
    }
  }
}
