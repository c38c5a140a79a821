package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import io.eventsec.core.vuln.vex.VexVulnerability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes CSAF 2.0 of the profile {@code csaf_vex}. All statements have the time of the document; of
 * two that contradict each other the more cautious one is written. Used once.
 */
final class CsafWriter implements VexLayout {
  private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");

  private final CsafTree tree = new CsafTree();

  @Override
  public Map<String, Object> head(VexSource source, String subject) {
    return Map.of("document", about(source, subject));
  }

  @Override
  public String list() {
    return "vulnerabilities";
  }

  /** Of each vulnerability one: all statements of it have to be among these. */
  @Override
  public List<Map<String, Object>> items(List<VexStatement> statements) {
    Map<VexVulnerability, Map<String, VexClaim>> claims = new LinkedHashMap<>();
    for (VexStatement statement : statements) {
      Map<String, VexClaim> byProduct =
          claims.computeIfAbsent(statement.vulnerability(), any -> new LinkedHashMap<>());
      for (VexProduct product : statement.products()) {
        for (String id : tree.ids(product)) {
          byProduct.merge(id, VexWriter.complete(statement.claim()), CsafWriter::moreCautious);
        }
      }
    }
    List<Map<String, Object>> vulnerabilities = new ArrayList<>();
    claims.forEach((vulnerability, of) -> vulnerabilities.add(vulnerability(vulnerability, of)));
    return vulnerabilities;
  }

  @Override
  public Map<String, Object> tail() {
    return Map.of("product_tree", tree.tree());
  }

  private static VexClaim moreCautious(VexClaim one, VexClaim other) {
    return other.status().isMoreCautiousThan(one.status()) ? other : one;
  }

  private static Map<String, Object> about(VexSource source, String subject) {
    String time = VexWriter.time(source).toString();
    String author = source.author();
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("category", "user");
    publisher.put("name", author);
    publisher.put("namespace", author.contains("://") ? author : "urn:eventsec:author");
    Map<String, Object> tracking = new LinkedHashMap<>();
    tracking.put("id", source.document());
    tracking.put("status", "final");
    tracking.put("version", "1");
    tracking.put("initial_release_date", time);
    tracking.put("current_release_date", time);
    tracking.put("generator", Map.of("engine", Map.of("name", "EVENTSEC")));
    tracking.put(
        "revision_history",
        List.of(Map.of("number", "1", "date", time, "summary", "The first one")));
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("category", "csaf_vex");
    head.put("csaf_version", CsafVex.VERSION);
    head.put("title", "Vulnerabilities in " + subject);
    head.put("publisher", publisher);
    head.put("tracking", tracking);
    return head;
  }

  private static Map<String, Object> vulnerability(
      VexVulnerability vulnerability, Map<String, VexClaim> claims) {
    Map<String, Object> json = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(vulnerability.aliases().stream().sorted().toList());
    if (CVE.matcher(vulnerability.id()).matches()) {
      json.put("cve", vulnerability.id());
    } else {
      ids.add(0, vulnerability.id());
    }
    if (!ids.isEmpty()) {
      json.put(
          "ids", ids.stream().map(id -> Map.of("system_name", "advisory", "text", id)).toList());
    }
    boolean described = !vulnerability.description().isEmpty();
    json.put(
        "notes",
        List.of(
            Map.of(
                "category",
                described ? "description" : "general",
                "text",
                described ? vulnerability.description() : "No description is at hand")));
    Map<String, List<String>> statuses = new LinkedHashMap<>();
    Texts flags = new Texts("label");
    Texts threats = new Texts("details");
    Texts remediations = new Texts("details");
    claims.forEach(
        (id, claim) -> {
          statuses.computeIfAbsent(field(claim.status()), any -> new ArrayList<>()).add(id);
          threats.add(claim.impact(), id);
          if (claim.status() == VexStatus.NOT_AFFECTED) {
            claim.justification().ifPresent(flag -> flags.add(flag.label(), id));
          } else {
            remediations.add(claim.action(), id);
          }
        });
    json.put("product_status", statuses);
    flags.into(json, "flags", "");
    threats.into(json, "threats", "impact");
    remediations.into(json, "remediations", "mitigation");
    return json;
  }

  private static String field(VexStatus status) {
    return switch (status) {
      case NOT_AFFECTED -> "known_not_affected";
      case AFFECTED -> "known_affected";
      case FIXED -> "fixed";
      case UNDER_INVESTIGATION -> "under_investigation";
    };
  }

  /** What is said of products, those of which the same is said together. */
  private static final class Texts {
    private final String name;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    Texts(String name) {
      this.name = name;
    }

    void add(String text, String id) {
      if (!text.isEmpty()) {
        ids.computeIfAbsent(text, any -> new ArrayList<>()).add(id);
      }
    }

    void into(Map<String, Object> json, String field, String category) {
      List<Map<String, Object>> all = new ArrayList<>();
      ids.forEach(
          (text, of) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            VexWriter.put(one, "category", category);
            one.put(name, text);
            one.put("product_ids", of);
            all.add(one);
          });
      if (!all.isEmpty()) {
        json.put(field, all);
      }
    }
  }
}
