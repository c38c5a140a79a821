package io.eventsec.core.vuln.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inventory while it is read. Not thread-safe. */
final class InventoryDraft {
  private static final int MOST = 500_000;
  private static final int MOST_PROBLEMS = 1_000;

  private final List<ComponentDraft> drafts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private String release = "";
  private String subject = "";
  private Optional<Instant> taken = Optional.empty();

  ComponentDraft component(String name, String version) throws UnreadableInventoryException {
    if (drafts.size() == MOST) {
      throw new UnreadableInventoryException(
          "The inventory holds more than " + MOST + " components; send it in parts");
    }
    ComponentDraft draft = new ComponentDraft(name, version, this::problem);
    drafts.add(draft);
    return draft;
  }

  private void problem(String what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(what);
    }
  }

  /** The operating system that all is installed on. */
  void release(String id, String version) {
    if (release.isEmpty() && !id.isEmpty()) {
      release = version.isEmpty() ? id : id + '-' + version;
    }
  }

  void subject(String name) {
    subject = name;
  }

  void taken(Optional<Instant> when) {
    taken = when;
  }

  SoftwareInventory inventory() {
    List<SoftwareComponent> all = drafts.stream().map(draft -> draft.component(release)).toList();
    PackagedLibraries packaged = PackagedLibraries.among(all);
    List<SoftwareComponent> leftOut = all.stream().filter(packaged::contains).toList();
    if (leftOut.isEmpty()) {
      return new SoftwareInventory(subject, taken, all, problems);
    }
    problem(PackagedLibraries.leftOut(leftOut));
    return new SoftwareInventory(
        subject, taken, all.stream().filter(one -> !packaged.contains(one)).toList(), problems);
  }
}
