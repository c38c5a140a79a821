package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.SigmaProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one text. Not thread-safe. */
final class Problems {
  private static final int SHOWN = 80;

  private final String file;
  private final List<SigmaProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Node where, String message, String cure) {
    add(Place.of(where), message, cure);
  }

  void add(Place where, String message, String cure) {
    found.add(new SigmaProblem(file, where.line(), where.column(), message, cure));
  }

  int count() {
    return found.size();
  }

  String file() {
    return file;
  }

  /** In the order of the text. */
  List<SigmaProblem> inOrder() {
    found.sort(Comparator.comparingInt(SigmaProblem::line).thenComparingInt(SigmaProblem::column));
    return found;
  }

  /** A value as a message shows it: short, and on one line. */
  static String shown(String value) {
    String line = value.replace('\n', ' ').replace('\r', ' ');
    return '\'' + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + '\'';
  }
}
