package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.advisory.AffectedPackage;
import java.util.Set;

/**
 * Streams of modules: of several versions of a package that a distribution keeps side by side an
 * update of one says nothing of the others, however their versions compare.
 */
final class ModuleStreams {
  /** The release of each package of a module says so. */
  private static final String MARK = ".module";

  private ModuleStreams() {}

  /**
   * True if what is said is said of another stream.
   *
   * @param module the component's, {@code nodejs:18}; empty if it is not known
   */
  static boolean exclude(AffectedPackage affected, PackageQuestion question, String module) {
    boolean ofModules = affected.modules().modular();
    Set<String> streams = affected.modules().streams();
    boolean fromModule = question.version().contains(MARK) || !module.isEmpty();
    if (ofModules != fromModule && question.version().contains(".el")) {
      return true;
    }
    if (!ofModules || streams.isEmpty()) {
      return false;
    }
    return module.isEmpty() ? isOtherByVersion(streams, question) : !streams.contains(module);
  }

  /**
   * Nobody says from which stream the package is. If it has the module's name, and streams are
   * named for its versions, its version says it.
   */
  private static boolean isOtherByVersion(Set<String> streams, PackageQuestion question) {
    String version = question.version();
    String upstream = version.substring(version.indexOf(':') + 1);
    boolean decides = false;
    for (String stream : streams) {
      int colon = stream.indexOf(':');
      String number = stream.substring(colon + 1);
      if (!stream.substring(0, colon).equals(question.key().name())
          || !Character.isDigit(number.charAt(0))) {
        return false;
      }
      decides = true;
      if (upstream.equals(number) || upstream.startsWith(number + '.')) {
        return false;
      }
    }
    return decides;
  }
}
