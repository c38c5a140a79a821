package io.eventsec.core.vuln.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.Corpus;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.inventory.InventoryReader;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import io.eventsec.core.vuln.risk.RiskPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Findings that were labelled by hand, each with its reason: made-up packages with the kinds of
 * names, versions and advisories by which scanners are known to find what is not there, or to miss
 * what is. Whatever is found and not labelled is wrong too.
 *
 * <p>A group is a file of advisories as they are published, and one of labels; from these the
 * inventory of each asset is made, as CycloneDX, and read as any other.
 */
class LabelledFindingsTest {
  private static final JsonFactory JSON = new JsonFactory();

  private record Label(
      String asset,
      String purl,
      Map<String, String> beside,
      String vulnerability,
      boolean expected,
      String why) {}

  private record Found(String asset, String purl, String vulnerability) {}

  /**
   * The least precision and recall, in percent, is what is asked for; all labels are ours, so that
   * none may be missed.
   */
  @ParameterizedTest
  @CsvSource({"ubuntu, 98, 99.5", "el8, 90, 97", "languages, 92, 96"})
  void findings_areThoseThatWereLabelled(String group, double leastPrecision, double leastRecall)
      throws Exception {
    AdvisoryLibrary library = library(group);
    List<Label> labels = labels(group);
    Set<Found> found = find(labels, library);
    List<String> wrong = new ArrayList<>();
    Set<Found> labelled = new HashSet<>();
    int right = 0;
    int expected = 0;
    for (Label label : labels) {
      Found what = new Found(label.asset, label.purl, label.vulnerability);
      labelled.add(what);
      expected += label.expected ? 1 : 0;
      right += label.expected && found.contains(what) ? 1 : 0;
      if (label.expected != found.contains(what)) {
        wrong.add((label.expected ? "missed " : "not there: ") + what + ": " + label.why);
      }
    }
    found.stream()
        .filter(one -> !labelled.contains(one))
        .forEach(one -> wrong.add("nobody labelled " + one));
    double precision = 100.0 * right / found.size();
    double recall = 100.0 * right / expected;
    Corpus.report(
        "labelled findings, " + group,
        String.format(
            Locale.ROOT,
            "precision %.1f %% (at least %.1f), recall %.1f %% (at least %.1f), of %d labels",
            precision,
            leastPrecision,
            recall,
            leastRecall,
            labels.size()));
    assertThat(wrong).isEmpty();
    assertThat(precision).isGreaterThanOrEqualTo(leastPrecision);
    assertThat(recall).isGreaterThanOrEqualTo(leastRecall);
  }

  private static Set<Found> find(List<Label> labels, AdvisoryLibrary library) throws Exception {
    AdvisoryIndex index = AdvisoryIndex.of(library.advisories());
    FindingAssembler assembler = new FindingAssembler(library, RiskPolicy.DEFAULT);
    Map<String, Map<String, Label>> assets = new LinkedHashMap<>();
    for (Label label : labels) {
      assets
          .computeIfAbsent(label.asset, any -> new LinkedHashMap<>())
          .put(label.purl + label.beside, label);
    }
    Set<Found> found = new HashSet<>();
    for (Map.Entry<String, Map<String, Label>> asset : assets.entrySet()) {
      List<Label> components = List.copyOf(asset.getValue().values());
      SoftwareInventory inventory = new InventoryReader().read(cycloneDx(components));
      Map<String, String> asWritten = new LinkedHashMap<>();
      components.forEach(label -> asWritten.put(name(label), label.purl));
      assembler
          .findings(index.match(inventory.components()), Criticality.MEDIUM, false)
          .forEach(
              finding -> {
                assertThat(finding.isAffected()).as(finding.toString()).isTrue();
                found.add(
                    new Found(
                        asset.getKey(),
                        asWritten.getOrDefault(finding.component().name(), ""),
                        finding.vulnerability()));
              });
    }
    return found;
  }

  /** So that a finding's component leads back to its label. */
  private static String name(Label label) {
    return label.purl + label.beside;
  }

  private static byte[] cycloneDx(List<Label> components) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("bomFormat", "CycloneDX");
      json.writeStringField("specVersion", "1.6");
      json.writeArrayFieldStart("components");
      for (Label label : components) {
        component(json, label);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void component(JsonGenerator json, Label label) throws IOException {
    String os = label.beside.getOrDefault("os", "");
    if (!os.isEmpty()) {
      json.writeStartObject();
      json.writeStringField("type", "operating-system");
      json.writeStringField("name", os.substring(0, os.indexOf('/')));
      json.writeStringField("version", os.substring(os.indexOf('/') + 1));
      json.writeEndObject();
    }
    json.writeStartObject();
    json.writeStringField("type", "library");
    json.writeStringField("name", name(label));
    json.writeStringField("version", label.beside.getOrDefault("version", ""));
    json.writeStringField("purl", label.purl);
    json.writeStringField("cpe", label.beside.getOrDefault("cpe", ""));
    json.writeArrayFieldStart("properties");
    property(json, label, "source", "aquasecurity:trivy:SrcName");
    // Trivy sorts them by name.
    property(json, label, "sourceepoch", "aquasecurity:trivy:SrcEpoch");
    property(json, label, "sourcerelease", "aquasecurity:trivy:SrcRelease");
    property(json, label, "sourceversion", "aquasecurity:trivy:SrcVersion");
    property(json, label, "module", "syft:metadata:modularityLabel");
    property(json, label, "location", "syft:location:0:path");
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void property(JsonGenerator json, Label label, String key, String name)
      throws IOException {
    if (label.beside.containsKey(key)) {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeStringField("value", label.beside.get(key));
      json.writeEndObject();
    }
  }

  private static AdvisoryLibrary library(String group) throws IOException {
    AdvisoryCollector collector = new AdvisoryCollector();
    try (InputStream in = resource(group, "advisories.jsonl")) {
      collector.add("advisories.jsonl", in);
    }
    assertThat(collector.library().refused()).isEmpty();
    return collector.library().joined();
  }

  private static List<Label> labels(String group) throws IOException {
    List<Label> labels = new ArrayList<>();
    try (InputStream in = resource(group, "labels.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] columns = line.split("\t", -1);
          labels.add(
              new Label(
                  columns[0],
                  columns[1],
                  beside(columns[2]),
                  columns[3],
                  columns[4].equals("yes"),
                  columns[5]));
        }
      }
    }
    return labels;
  }

  private static Map<String, String> beside(String text) {
    Map<String, String> beside = new LinkedHashMap<>();
    for (String one : text.split(";")) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        beside.put(one.substring(0, equals), one.substring(equals + 1));
      }
    }
    return beside;
  }

  private static InputStream resource(String group, String name) throws IOException {
    InputStream in =
        LabelledFindingsTest.class.getResourceAsStream(
            "/io/eventsec/core/vuln/labels/" + group + '/' + name);
    if (in == null) {
      throw new IOException("There is no " + name + " of " + group);
    }
    return in;
  }
}
