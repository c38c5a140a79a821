package io.eventsec.core.vuln.inventory;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A component while it is read: what cannot be read is told and left out. The fields are set as a
 * document names them. Not thread-safe.
 */
final class ComponentDraft {
  private static final int MOST_CPES = 50;
  private static final int LONGEST = 1024;

  private final Consumer<String> problems;
  private String name;
  private String version;
  private Optional<PackageUrl> purl = Optional.empty();
  private final List<CpeName> cpes = new ArrayList<>();
  private String sourceName = "";
  private String sourceVersion = "";
  private String sourceRelease = "";
  private String sourceEpoch = "";
  private String module = "";
  private String ownRelease = "";
  private String location = "";

  ComponentDraft(String name, String version, Consumer<String> problems) {
    this.name = bounded(name);
    this.version = bounded(version);
    this.problems = problems;
  }

  void purl(String text) {
    if (text.isEmpty() || purl.isPresent()) {
      return;
    }
    try {
      PackageUrl read = PackageUrl.parse(text);
      purl = Optional.of(read);
      // What package managers say of the version goes before what people call it, but for the
      // epoch, which package URLs of RPM have elsewhere, or not at all.
      if (!read.version().isEmpty() && !version.matches("\\d+:" + Pattern.quote(read.version()))) {
        version = read.version();
      }
      if (name.isEmpty()) {
        name = SoftwareComponent.of(read).name();
      }
    } catch (IllegalArgumentException e) {
      tell(e);
    }
  }

  void cpe(String text) {
    if (text.isEmpty() || cpes.size() == MOST_CPES) {
      return;
    }
    try {
      CpeName read = CpeName.parse(text);
      if (!cpes.contains(read)) {
        cpes.add(read);
      }
      if (name.isEmpty()) {
        name = read.value(CpeAttribute.PRODUCT).text();
        version = read.value(CpeAttribute.VERSION).text();
      }
    } catch (IllegalArgumentException e) {
      tell(e);
    }
  }

  private void tell(IllegalArgumentException e) {
    problems.accept(
        "Component '" + ShownText.of(name) + "': " + ShownText.of(String.valueOf(e.getMessage())));
  }

  void sourceName(String text) {
    sourceName = bounded(text);
  }

  void sourceVersion(String text) {
    sourceVersion = bounded(text);
  }

  /** The release of a source package stands by itself, before its version or behind it. */
  void sourceRelease(String text) {
    sourceRelease = bounded(text);
  }

  /** Its epoch too. */
  void sourceEpoch(String text) {
    sourceEpoch = text.equals("0") ? "" : bounded(text);
  }

  private String wholeSourceVersion() {
    if (sourceVersion.isEmpty()) {
      return "";
    }
    String released = sourceRelease.isEmpty() ? sourceVersion : sourceVersion + '-' + sourceRelease;
    return bounded(sourceEpoch.isEmpty() ? released : sourceEpoch + ':' + released);
  }

  void module(String label) {
    module = bounded(ModuleLabel.stream(label));
  }

  void release(String text) {
    ownRelease = bounded(text);
  }

  void location(String path) {
    if (location.isEmpty()) {
      location = bounded(path);
    }
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  SoftwareComponent component(String release) {
    Optional<SourcePackage> source =
        sourceName.isEmpty()
            ? Optional.empty()
            : Optional.of(new SourcePackage(sourceName, wholeSourceVersion()));
    String installedOn = ownRelease.isEmpty() ? release : ownRelease;
    return new SoftwareComponent(name, version, purl, cpes, installedOn, source, module, location);
  }
}
