package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.SigmaProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one text. Not thread-safe. */
public final class Problems {
  private static final int SHOWN = 80;

  private final String file;
  private final List<SigmaProblem> found = new ArrayList<>();

  /** For the text of that name. */
  public Problems(String file) {
    this.file = file;
  }

  /** Something is wrong at the node. */
  public void add(Node where, String message, String cure) {
    add(Place.of(where), message, cure);
  }

  /** Something is wrong at that place. */
  public void add(Place where, String message, String cure) {
    found.add(new SigmaProblem(file, where.line(), where.column(), message, cure));
  }

  /** How many there are so far. */
  public int count() {
    return found.size();
  }

  String file() {
    return file;
  }

  /** In the order of the text. */
  public List<SigmaProblem> inOrder() {
    found.sort(Comparator.comparingInt(SigmaProblem::line).thenComparingInt(SigmaProblem::column));
    return found;
  }

  /** A value as a message shows it: short, and on one line. */
  public static String shown(String value) {
    String line = value.replace('\n', ' ').replace('\r', ' ');
    return '\'' + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + '\'';
  }
}
