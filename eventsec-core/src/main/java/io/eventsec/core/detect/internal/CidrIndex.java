package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.CidrBlock;
import io.eventsec.core.sigma.ast.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of addresses as a tree of bits: an address finds those it is in on one way down.
 * Immutable.
 */
final class CidrIndex {
  private final Node v4 = new Node();
  private final Node v6 = new Node();

  /** A bit further down the tree. Only changed while the index is made. */
  private static final class Node {
    private final Node[] next = new Node[2];
    private final List<Integer> predicates = new ArrayList<>(0);
  }

  void add(CidrBlock block, int predicate) {
    byte[] network = block.network();
    Node node = root(network);
    for (int bit = 0; bit < block.prefix(); bit++) {
      int branch = bit(network, bit);
      if (node.next[branch] == null) {
        node.next[branch] = new Node();
      }
      node = node.next[branch];
    }
    node.predicates.add(predicate);
  }

  /** Tells which blocks hold an address; a text that is none is in none. */
  void look(String text, ValueScan scan) {
    IpAddress.parse(text).ifPresent(address -> look(address, scan));
  }

  private void look(byte[] address, ValueScan scan) {
    Node node = root(address);
    for (int bit = 0; node != null; bit++) {
      for (int i = 0; i < node.predicates.size(); i++) {
        scan.holdsTrue(node.predicates.get(i));
      }
      node = bit < address.length * Byte.SIZE ? node.next[bit(address, bit)] : null;
    }
  }

  private Node root(byte[] address) {
    return address.length == 4 ? v4 : v6;
  }

  private static int bit(byte[] address, int bit) {
    return address[bit >> 3] >> 7 - (bit & 7) & 1;
  }
}
