package io.eventsec.core.sigma.ast;

import java.util.List;

/** A rule's condition as a tree. Immutable; every name in it is a search of the same detection. */
public sealed interface Condition {

  /** True if all are. */
  record And(List<Condition> operands) implements Condition {
    /** Copies the list. */
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** True if any is. */
  record Or(List<Condition> operands) implements Condition {
    /** Copies the list. */
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** True if the operand is not. */
  record Not(Condition operand) implements Condition {}

  /** True if the search of that name is. */
  record Named(String search) implements Condition {}

  /**
   * {@code 1 of them}, {@code all of selection_*}: true if at least so many of the searches are.
   *
   * @param atLeast 1 or more; the number of searches for {@code all of}
   * @param searches the names that the pattern stands for, at least one
   */
  record Some(int atLeast, List<String> searches) implements Condition {
    /** Copies the list. */
    public Some {
      searches = List.copyOf(searches);
    }
  }
}
