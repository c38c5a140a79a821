package io.eventsec.cli.vulns;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.finding.FindingAssembler;
import io.eventsec.core.vuln.finding.VulnerabilityFinding;
import io.eventsec.core.vuln.inventory.InventoryReader;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.inventory.UnreadableInventoryException;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import io.eventsec.core.vuln.osv.OsvApi;
import io.eventsec.core.vuln.osv.OsvLimits;
import io.eventsec.core.vuln.osv.OsvLookup;
import io.eventsec.core.vuln.osv.OsvLookupException;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.vex.JudgedFinding;
import io.eventsec.core.vuln.vex.VexSet;
import io.eventsec.core.vuln.vex.VexSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eventsec vulns}: what is vulnerable in an inventory, with no server. */
@Command(
    name = "vulns",
    description = {
      "Compare an inventory with advisories and print what is vulnerable, the worst first.",
      "Inventories: CycloneDX (JSON, XML), SPDX (JSON), or package URLs and CPE names, one a line.",
      "Advisories: OSV (also zip), NVD, CVE with Vulnrichment, CISA's KEV, EPSS, as they are published.",
      "VEX: OpenVEX 0.2.0, CycloneDX (JSON, XML), CSAF 2.0; what it takes out is counted, and shown if asked for.",
      "Status 0; 1 if there is something of the level of --fail-on; 2 if an input cannot be read;",
      "4 if the server of --osv-api is not to be reached."
    })
public final class VulnsCommand extends TerminalCommand {
  private static final String STDIN = "-";
  private static final int MOST_TOLD = 20;

  @Option(
      names = "--advisories",
      paramLabel = "PATH",
      description = "File of advisories, or directory of them; may be given several times.")
  private List<Path> advisories = List.of();

  @Option(
      names = "--osv-api",
      paramLabel = "URL",
      arity = "0..1",
      fallbackValue = "https://api.osv.dev",
      description = {
        "Look up at a server of OSV's API what no feed of --advisories is about: it is told which packages",
        "there are. Without =URL at ${FALLBACK-VALUE}."
      })
  private Optional<URI> osvApi = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "TABLE",
      description =
          "table, json (a finding a line), sarif, openvex, cyclonedx_vex or csaf_vex."
              + " Default: ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TABLE;

  @Option(
      names = "--vex",
      paramLabel = "FILE",
      description = "What suppliers state of vulnerabilities; may be given several times.")
  private List<Path> vex = List.of();

  @Option(names = "--show-suppressed", description = "Show what VEX takes out too.")
  private boolean showSuppressed;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = VexSource.OURS,
      description = "Who states it, if VEX is written. Default: ${DEFAULT-VALUE}.")
  private String author = "";

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "low, medium, high or critical: status 1 if something is as dangerous.")
  private Optional<RiskLevel> failOn = Optional.empty();

  @Option(
      names = "--criticality",
      paramLabel = "LEVEL",
      defaultValue = "MEDIUM",
      description =
          "How much depends on the asset: low, medium, high or critical. Default: ${DEFAULT-VALUE}.")
  private Criticality criticality = Criticality.MEDIUM;

  @Option(names = "--exposed", description = "The asset can be reached from outside.")
  private boolean exposed;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Judge risk by this policy, as the server keeps it. Default: the built-in one.")
  private Optional<Path> policy = Optional.empty();

  @Parameters(paramLabel = "FILE", description = "The inventory; - for stdin.")
  private String file = STDIN;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<OsvApi> api = api();
    RiskPolicy judging =
        policy.isPresent() ? RiskPolicyFile.read(policy.get()) : RiskPolicy.DEFAULT;
    byte[] document = document();
    SoftwareInventory inventory = inventory(document);
    VexFiles stated = VexFiles.read(vex, document);
    AdvisoryLibrary local = AdvisoryFiles.read(advisories);
    AdvisoryLibrary library =
        (api.isEmpty() ? local : withLookUp(api.get(), local, inventory.components())).joined();
    tell("advisories", library.refused(), library.refusedInAll());
    tell("inventory", inventory.problems(), inventory.problems().size());
    tell("vex", stated.problems(), stated.problems().size());
    AdvisoryIndex index = AdvisoryIndex.of(library.advisories());
    List<VulnerabilityFinding> findings =
        new FindingAssembler(library, judging)
            .findings(index.match(inventory.components()), criticality, exposed);
    VulnsReport report =
        new VulnsReport(
            inventory.subject().isEmpty() ? file : inventory.subject(),
            source(),
            VexSet.of(stated.statements()).judge(findings, inventory),
            showSuppressed);
    String text = format.write(report);
    if (!text.isEmpty()) {
      terminal().print(text);
    }
    terminal().note(counts(report, inventory.components().size(), library.advisories().size()));
    return fails(report) ? ExitStatus.FAILED : ExitStatus.OK;
  }

  private Optional<OsvApi> api() {
    if (advisories.isEmpty() && osvApi.isEmpty()) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE,
          "no advisories are named",
          "use --advisories with a directory of feeds, or --osv-api");
    }
    try {
      return osvApi.map(address -> new OsvApi(address, OsvLimits.DEFAULT));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE,
          String.valueOf(e.getMessage()),
          "write --osv-api=URL, or --osv-api behind the inventory",
          e);
    }
  }

  /** Only what no local feed is about: nobody else need know the rest. */
  private AdvisoryLibrary withLookUp(
      OsvApi api, AdvisoryLibrary local, List<SoftwareComponent> components)
      throws InterruptedException {
    try {
      OsvLookup lookup = api.lookUp(AdvisoryIndex.of(local.advisories()).uncovered(components));
      tell("osv-api", lookup.problems(), lookup.problems().size());
      terminal()
          .note(
              "%d packages looked up, %d records",
              lookup.asked(), lookup.library().advisories().size());
      return AdvisoryLibrary.union(List.of(local, lookup.library()));
    } catch (OsvLookupException e) {
      throw new CommandFailedException(
          ExitStatus.UNREACHABLE,
          "the look-up did not come to its end: " + e.getMessage(),
          "mend that, or use feeds of advisories",
          e);
    }
  }

  private VexSource source() {
    return new VexSource(
        "urn:uuid:" + UUID.randomUUID(),
        author,
        Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }

  private String counts(VulnsReport report, int components, int library) {
    List<VulnerabilityFinding> left = standing(report);
    long affected = left.stream().filter(VulnerabilityFinding::isAffected).count();
    String counts =
        String.format(
            Locale.ROOT,
            "%d components, %d advisories: %d findings, %d undecided",
            components,
            library,
            affected,
            left.size() - affected);
    return vex.isEmpty()
        ? counts
        : counts + ", " + report.suppressed() + " suppressed by VEX" + hint(report);
  }

  private String hint(VulnsReport report) {
    return report.suppressed() > 0 && !showSuppressed ? " (--show-suppressed shows them)" : "";
  }

  /** Those that VEX leaves. */
  private static List<VulnerabilityFinding> standing(VulnsReport report) {
    return report.findings().stream()
        .filter(finding -> !finding.isSuppressed())
        .map(JudgedFinding::finding)
        .toList();
  }

  private boolean fails(VulnsReport report) {
    return failOn.isPresent()
        && standing(report).stream()
            .filter(VulnerabilityFinding::isAffected)
            .anyMatch(finding -> finding.risk().level().compareTo(failOn.get()) >= 0);
  }

  private byte[] document() throws IOException {
    try {
      return file.equals(STDIN) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, "there is no " + file, "name an inventory, or - for stdin", e);
    }
  }

  private SoftwareInventory inventory(byte[] document) {
    try {
      return new InventoryReader().read(document);
    } catch (UnreadableInventoryException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE,
          file + " is no inventory: " + e.getMessage(),
          "write CycloneDX, SPDX, or package URLs one a line",
          e);
    }
  }

  private void tell(String of, List<String> problems, int inAll) {
    problems.stream().limit(MOST_TOLD).forEach(problem -> terminal().note(of + ": " + problem));
    if (inAll > MOST_TOLD) {
      terminal().note("%s: and %d more", of, inAll - MOST_TOLD);
    }
  }
}
