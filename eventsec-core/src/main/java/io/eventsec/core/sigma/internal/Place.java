package io.eventsec.core.sigma.internal;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A line and a column, both from 1; 0 and 0 for the text as a whole. */
public record Place(int line, int column) {
  /** The text as a whole. */
  public static final Place WHOLE = new Place(0, 0);

  /** Where a mark of the YAML engine stands. */
  public static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Where the node starts. */
  public static Place of(Node node) {
    return node.getStartMark().map(Place::of).orElse(WHOLE);
  }

  static int line(Node node) {
    return of(node).line;
  }

  /**
   * The place of a character inside a scalar; the scalar's own place where it is folded over lines,
   * so that its characters don't stand where its value has them.
   */
  public static Place inside(ScalarNode node, int offset) {
    Place start = of(node);
    boolean oneLine =
        node.getEndMark().map(end -> end.getLine() + 1 == start.line).orElse(Boolean.FALSE);
    if (!oneLine) {
      return start;
    }
    int quote = node.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    return new Place(start.line, start.column + quote + offset);
  }
}
