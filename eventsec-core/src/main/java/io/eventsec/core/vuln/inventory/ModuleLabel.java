package io.eventsec.core.vuln.inventory;

/** What RPM calls a build of a module: {@code nodejs:18:8080020230718:63b34585}. */
public final class ModuleLabel {
  private ModuleLabel() {}

  /**
   * The stream of the module.
   *
   * @param label name and stream, and maybe which build; may be empty
   * @return {@code nodejs:18}; the whole label if it has no more than these two parts
   */
  public static String stream(String label) {
    int second = label.indexOf(':', label.indexOf(':') + 1);
    return second < 0 ? label : label.substring(0, second);
  }
}
