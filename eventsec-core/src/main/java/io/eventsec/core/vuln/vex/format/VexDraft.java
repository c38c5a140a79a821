package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexVulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A document while it is read: what cannot be read is told and left out. Not thread-safe. */
final class VexDraft {
  /** Of a text for people. */
  static final int LONGEST_TEXT = 4_000;

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NAME = 1_000;
  private static final int MOST_ALIASES = 1_000;
  private static final int MOST_STATEMENTS = 200_000;
  private static final int MOST_PRODUCTS = 1_000_000;
  private static final int MOST_PROBLEMS = 1_000;

  private final List<VexStatement> statements = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final VexSource source;
  private int products;

  /**
   * A draft without statements.
   *
   * @param of has the time
   * @param field of it; one that is no moment is told, and the document is as old as can be
   */
  VexDraft(String id, String author, JsonFields of, String field) {
    Optional<Instant> time = of.time(field);
    if (time.isEmpty() && !of.text(field).isEmpty()) {
      problem("'" + field + "' " + noMoment(of.text(field)));
    }
    source = new VexSource(shown(id, LONGEST_NAME), shown(author, LONGEST_NAME), time);
  }

  /** Where its statements are from, unless they say otherwise. */
  VexSource source() {
    return source;
  }

  /** The same at another time, if a field of a statement has one. */
  VexSource source(JsonFields of, List<String> fields) throws UnreadableVexException {
    for (String field : fields) {
      if (!of.text(field).isEmpty()) {
        Optional<Instant> time = of.time(field);
        if (time.isEmpty()) {
          throw new UnreadableVexException("'" + field + "' " + noMoment(of.text(field)));
        }
        return new VexSource(source.document(), source.author(), time);
      }
    }
    return source;
  }

  private static String noMoment(String text) {
    return "is '" + ShownText.of(text) + "', no moment; write one like 2026-01-31T12:00:00Z";
  }

  void problem(String what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(ShownText.of(what, LONGEST_NAME));
    }
  }

  /**
   * A vulnerability by its names.
   *
   * @param field that is to have its id
   * @throws UnreadableVexException if it has none, or one that is too long
   */
  static VexVulnerability vulnerability(
      String field, String id, Collection<String> aliases, String description)
      throws UnreadableVexException {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new UnreadableVexException(
          "'"
              + field
              + "' is "
              + (id.isBlank() ? "missing" : "'" + ShownText.of(id) + "'")
              + "; name the vulnerability, with 1 to "
              + LONGEST_ID
              + " characters");
    }
    Set<String> others = new LinkedHashSet<>();
    for (String alias : aliases) {
      if (!alias.isBlank() && alias.length() <= LONGEST_ID && others.size() < MOST_ALIASES) {
        others.add(alias);
      }
    }
    others.remove(id);
    return new VexVulnerability(id, others, text(description));
  }

  /** A text for people, bounded. */
  static String text(String text) {
    return shown(text, LONGEST_TEXT);
  }

  private static String shown(String text, int longest) {
    // Control characters become blanks: of those alone nothing is left.
    return ShownText.of(text.strip(), longest).strip();
  }

  /**
   * Adds a statement.
   *
   * @throws UnreadableVexException if it has no product
   */
  void add(
      VexVulnerability vulnerability, Collection<VexProduct> of, VexClaim claim, VexSource from)
      throws UnreadableVexException {
    if (of.isEmpty()) {
      throw new UnreadableVexException(
          "no product of it can be told; name each by a package URL, a CPE name or a hash");
    }
    if (statements.size() == MOST_STATEMENTS || products + of.size() > MOST_PRODUCTS) {
      throw new UnreadableVexException(
          "it is left out: at most "
              + MOST_STATEMENTS
              + " statements about "
              + MOST_PRODUCTS
              + " products are read of a document; write several documents");
    }
    products += of.size();
    statements.add(new VexStatement(vulnerability, List.copyOf(of), claim, from));
  }

  VexDocument document() {
    return new VexDocument(source, statements, problems);
  }
}
