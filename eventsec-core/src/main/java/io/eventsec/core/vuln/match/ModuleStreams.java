package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.advisory.AffectedPackage;
import java.util.Set;

/**
 * Streams of modules: of several versions of a package that a distribution keeps side by side an
 * update of one says nothing of the others, however their versions compare.
 */
final class ModuleStreams {
  private ModuleStreams() {}

  /** True if what is said is said of another stream than that of the package which is asked for. */
  static boolean exclude(AffectedPackage affected, PackageQuestion question) {
    boolean ofModules = affected.modules().modular();
    Set<String> streams = affected.modules().streams();
    ModuleOrigin origin = question.module();
    boolean fromModule =
        question.version().contains(ModuleOrigin.MARK) || !origin.stream().isEmpty();
    if (ofModules != fromModule && question.version().contains(".el")) {
      return true;
    }
    if (!ofModules || streams.isEmpty()) {
      return false;
    }
    return origin.stream().isEmpty()
        ? isOtherByVersion(streams, origin)
        : !streams.contains(origin.stream());
  }

  /**
   * Nobody says from which stream the package is. If it was built from what the module is called
   * after, and streams are named for its versions, that version says it.
   */
  private static boolean isOtherByVersion(Set<String> streams, ModuleOrigin origin) {
    boolean decides = false;
    for (String stream : streams) {
      int colon = stream.indexOf(':');
      String number = stream.substring(colon + 1);
      if (!stream.substring(0, colon).equals(origin.source())
          || !Character.isDigit(number.charAt(0))) {
        return false;
      }
      decides = true;
      if (origin.version().equals(number)
          || origin.version().startsWith(number + '.')
          || origin.version().startsWith(number + '-')) {
        return false;
      }
    }
    return decides;
  }
}
