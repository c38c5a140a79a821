package io.eventsec.core.sigma.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads what nearly every rule is written in: one document of block maps and lists whose scalars
 * stand on one line or are literal blocks. It takes a tenth of the time of the YAML engine, most of
 * which, in a virtual machine that has just started, goes into compiling that engine. Whatever it
 * does not know for certain it leaves to the engine, faults included, so what it reads is what the
 * engine would have read.
 */
final class BlockYaml {
  private static final int MAX_DEPTH = 16;

  private final YamlLines lines;
  private final BlockScalars scalars;

  private BlockYaml(YamlLines lines, String text) {
    this.lines = lines;
    this.scalars = new BlockScalars(lines, text);
  }

  /** The document, without the ends of its maps and lists; empty if it is to be read elsewhere. */
  static Optional<Node> read(String name, String text) {
    YamlLines lines = new YamlLines(name, text);
    if (!lines.isPlain()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BlockYaml(lines, text).root());
    } catch (OtherYamlException e) {
      return Optional.empty();
    }
  }

  private Node root() throws OtherYamlException {
    lines.next();
    if (lines.column() != 0) {
      throw OtherYamlException.HERE;
    }
    Node root = map(0);
    if (!lines.isAtEnd()) {
      throw OtherYamlException.HERE;
    }
    return root;
  }

  private Node map(int depth) throws OtherYamlException {
    int column = lines.column();
    Optional<Mark> start = lines.mark();
    List<NodeTuple> entries = new ArrayList<>();
    do {
      Node key = scalars.key();
      entries.add(new NodeTuple(key, value(column, depth + 1)));
    } while (lines.column() == column);
    checkEnd(column);
    return new MappingNode(Tag.MAP, true, entries, FlowStyle.BLOCK, start, Optional.empty());
  }

  /** The value of a key of a map that stands in that column. */
  private Node value(int column, int depth) throws OtherYamlException {
    if (!lines.isRestBlank()) {
      return scalars.value(column);
    }
    lines.next();
    if (depth > MAX_DEPTH) {
      throw OtherYamlException.HERE;
    }
    if (lines.column() >= column && lines.isItem()) {
      return list(depth);
    }
    if (lines.column() > column) {
      return map(depth);
    }
    throw OtherYamlException.HERE;
  }

  private Node list(int depth) throws OtherYamlException {
    int column = lines.column();
    Optional<Mark> start = lines.mark();
    List<Node> items = new ArrayList<>();
    do {
      lines.moveTo(lines.at() + 1);
      items.add(item(column, depth + 1));
    } while (lines.column() == column && lines.isItem());
    checkEnd(column);
    return new SequenceNode(Tag.SEQ, true, items, FlowStyle.BLOCK, start, Optional.empty());
  }

  private Node item(int column, int depth) throws OtherYamlException {
    if (lines.isRestBlank() || lines.isItem() || depth > MAX_DEPTH) {
      throw OtherYamlException.HERE;
    }
    return scalars.isKey() ? map(depth) : scalars.value(column);
  }

  /** What stands further in would go on with the last scalar, or is a fault. */
  private void checkEnd(int column) throws OtherYamlException {
    if (lines.column() > column) {
      throw OtherYamlException.HERE;
    }
  }
}
