package io.eventsec.cli.send;

import java.util.Map;

/**
 * The server's word on an inventory.
 *
 * @param outdated true if it has one as new or newer, and nothing was changed
 * @param takenAt the inventory's time
 * @param inForceSince the time of the one in force
 * @param changes installed, upgraded, removed and unchanged, for people; empty if outdated
 * @param leftOut how many components it could not take in
 */
public record RecordedInventory(
    boolean outdated, String takenAt, String inForceSince, String changes, String leftOut) {

  static RecordedInventory of(Map<String, String> fields) {
    boolean outdated = !"recorded".equals(fields.get("outcome"));
    return new RecordedInventory(
        outdated,
        said(fields, "takenAt"),
        said(fields, "inForceSince"),
        outdated
            ? ""
            : said(fields, "installed")
                + " installed, "
                + said(fields, "upgraded")
                + " upgraded, "
                + said(fields, "removed")
                + " removed, "
                + said(fields, "unchanged")
                + " as before",
        said(fields, "leftOut"));
  }

  private static String said(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "?");
  }

  /** True if the very same is in force: an earlier try was taken, and its answer lost. */
  public boolean isInForce() {
    return takenAt.equals(inForceSince);
  }
}
