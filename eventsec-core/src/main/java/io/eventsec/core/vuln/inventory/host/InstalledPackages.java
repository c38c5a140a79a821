package io.eventsec.core.vuln.inventory.host;

import io.eventsec.core.vuln.inventory.ModuleLabel;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what dpkg, apk and rpm say is installed. Thread-safe. */
public final class InstalledPackages {
  /**
   * What {@code rpm -qa --queryformat} is to be given so that {@link #rpm} reads what it prints.
   */
  public static final String RPM_FORMAT =
      "%{NAME}\\t%{EPOCH}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\t%{MODULARITYLABEL}\\n";

  private static final String NONE = "(none)";
  private static final int MOST = 1_000_000;

  private final OsRelease os;

  /** A reader of packages of that system. */
  public InstalledPackages(OsRelease os) {
    this.os = os;
  }

  /**
   * Reads {@code /var/lib/dpkg/status}, or one of the files of {@code status.d}; what is removed or
   * half installed is left out.
   *
   * @param in UTF-8; it is not closed
   */
  public List<SoftwareComponent> dpkg(InputStream in) throws IOException {
    List<SoftwareComponent> found = new ArrayList<>();
    Stanzas.read(
        in,
        fields -> {
          String status = fields.getOrDefault("Status", "install ok installed");
          if (status.endsWith(" installed") && fields.containsKey("Package")) {
            found.add(dpkg(fields));
          }
        });
    return found;
  }

  private SoftwareComponent dpkg(Map<String, String> fields) {
    String name = fields.getOrDefault("Package", "");
    String version = fields.getOrDefault("Version", "");
    SoftwareComponent component =
        component("deb", name, version, fields.getOrDefault("Architecture", ""));
    String source = fields.getOrDefault("Source", "");
    if (source.isEmpty()) {
      return component;
    }
    int bracket = source.indexOf('(');
    String sourceName = bracket < 0 ? source : source.substring(0, bracket).strip();
    String sourceVersion =
        bracket < 0 ? version : source.substring(bracket + 1).replace(")", "").strip();
    return component.from(new SourcePackage(sourceName, sourceVersion));
  }

  /**
   * Reads {@code /lib/apk/db/installed}.
   *
   * @param in UTF-8; it is not closed
   */
  public List<SoftwareComponent> apk(InputStream in) throws IOException {
    List<SoftwareComponent> found = new ArrayList<>();
    Stanzas.read(
        in,
        fields -> {
          if (fields.containsKey("P")) {
            String version = fields.getOrDefault("V", "");
            SoftwareComponent component =
                component(
                    "apk", fields.getOrDefault("P", ""), version, fields.getOrDefault("A", ""));
            String origin = fields.getOrDefault("o", "");
            found.add(
                origin.isEmpty() ? component : component.from(new SourcePackage(origin, version)));
          }
        });
    return found;
  }

  /**
   * Reads what rpm printed in {@link #RPM_FORMAT}; keys, which rpm lists as packages, are left out.
   *
   * @param in UTF-8; it is not closed
   * @throws IOException if reading fails, or a line has other columns
   */
  public List<SoftwareComponent> rpm(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<SoftwareComponent> found = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 6 || found.size() == MOST) {
        throw new IOException(
            "rpm printed '" + line + "', not six columns; more than a million are not read");
      }
      if (!columns[0].equals("gpg-pubkey")) {
        found.add(rpm(columns));
      }
    }
    return found;
  }

  private SoftwareComponent rpm(String[] columns) {
    boolean epoch = !columns[1].equals(NONE) && !columns[1].equals("0");
    String version = epoch ? columns[1] + ':' + columns[2] : columns[2];
    SoftwareComponent component = component("rpm", columns[0], version, columns[3]);
    String label = columns[5].equals(NONE) ? "" : columns[5];
    return new SoftwareComponent(
        component.name(),
        component.version(),
        component.purl(),
        List.of(),
        component.release(),
        source(columns[4], columns[2]),
        ModuleLabel.stream(label),
        "");
  }

  /** None of a file whose name is no source RPM's; its version only where it is another. */
  private static Optional<SourcePackage> source(String file, String version) {
    return SourcePackage.ofFile(file)
        .map(
            built -> built.version().equals(version) ? new SourcePackage(built.name(), "") : built);
  }

  private SoftwareComponent component(
      String type, String name, String version, String architecture) {
    Map<String, String> qualifiers = new TreeMap<>();
    qualifiers.put("arch", architecture);
    qualifiers.put("distro", os.release());
    PackageUrl purl =
        new PackageUrl(
            type, type.equals("rpm") ? rpmNamespace() : os.id(), name, version, qualifiers, "");
    return new SoftwareComponent(
        name, version, Optional.of(purl), List.of(), os.release(), Optional.empty(), "", "");
  }

  /** As the definition of the type has it. */
  private String rpmNamespace() {
    return os.id().equals("rhel") ? "redhat" : os.id();
  }
}
