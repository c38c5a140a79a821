package io.eventsec.core.vuln.advisory;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.advisory.Ssvc.Exploitation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads records of the CVE JSON format, version 5, with what CISA's Vulnrichment adds to them.
 * Thread-safe.
 */
public final class CveRecordReader {
  private static final List<String> CVSS = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

  /**
   * Reads one record.
   *
   * @param json one object, as UTF-8
   * @throws UnreadableAdvisoryException if it is none
   */
  public CveFacts read(byte[] json) throws UnreadableAdvisoryException {
    return read(OsvReader.object(json));
  }

  static CveFacts read(JsonFields record) throws UnreadableAdvisoryException {
    JsonFields metadata = record.object("cveMetadata");
    String cve = metadata.text("cveId");
    if (!cve.startsWith("CVE-")) {
      throw new UnreadableAdvisoryException(
          "'"
              + ShownText.of(cve)
              + "' in 'cveMetadata.cveId' is no number of CVE; records of version 5 have one");
    }
    List<JsonFields> containers = new ArrayList<>();
    JsonFields all = record.object("containers");
    containers.add(all.object("cna"));
    containers.addAll(all.objects("adp"));
    List<SeverityClaim> severities = new ArrayList<>();
    Optional<Ssvc> ssvc = Optional.empty();
    for (JsonFields container : containers) {
      String source = container.object("providerMetadata").text("shortName");
      for (JsonFields metric : container.objects("metrics")) {
        severities(metric, source, severities);
        Optional<Ssvc> said = ssvc(metric);
        ssvc = said.isPresent() ? said : ssvc;
      }
    }
    return new CveFacts(cve, metadata.text("state").equals("REJECTED"), severities, ssvc);
  }

  private static void severities(JsonFields metric, String source, List<SeverityClaim> severities) {
    for (String version : CVSS) {
      String vector = metric.object(version).text("vectorString");
      if (!vector.isEmpty()) {
        severities.add(new SeverityClaim(source, vector));
      }
    }
  }

  private static Optional<Ssvc> ssvc(JsonFields metric) {
    JsonFields other = metric.object("other");
    if (!other.text("type").equals("ssvc")) {
      return Optional.empty();
    }
    Map<String, String> answers = new HashMap<>();
    for (JsonFields option : other.object("content").objects("options")) {
      option
          .values()
          .forEach(
              (question, answer) ->
                  answers.put(question, String.valueOf(answer).toLowerCase(Locale.ROOT)));
    }
    Optional<Exploitation> exploitation =
        switch (answers.getOrDefault("Exploitation", "")) {
          case "none" -> Optional.of(Exploitation.NONE);
          case "poc" -> Optional.of(Exploitation.POC);
          case "active" -> Optional.of(Exploitation.ACTIVE);
          default -> Optional.empty();
        };
    return exploitation.map(
        one ->
            new Ssvc(
                one,
                "yes".equals(answers.get("Automatable")),
                "total".equals(answers.get("Technical Impact"))));
  }
}
