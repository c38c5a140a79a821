package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import java.util.List;
import java.util.Map;

/**
 * How a format lays a document out that is written while its statements come: what is said of
 * vulnerabilities is one list, and what it refers to stands behind it. Of one document. Not
 * thread-safe.
 */
interface VexLayout {
  /** How many components what is said may refer to, where a document lists them. */
  int MOST_COMPONENTS = 200_000;

  /**
   * The members before the list.
   *
   * @param subject what the document is about, for people
   */
  Map<String, Object> head(VexSource source, String subject);

  /** The name of the list. */
  String list();

  /** The items of the list that say what these statements say. */
  List<Map<String, Object>> items(List<VexStatement> statements);

  /** The members behind the list. */
  Map<String, Object> tail();

  /**
   * Checks how much there is to be listed.
   *
   * @throws IllegalArgumentException if that is too much
   */
  static void bound(int components) {
    if (components > MOST_COMPONENTS) {
      throw new IllegalArgumentException(
          "It would list more than "
              + MOST_COMPONENTS
              + " components; write OpenVEX, which has no such list, or a part");
    }
  }
}
