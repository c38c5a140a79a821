package io.eventsec.core.sigma.ast;

import java.util.List;
import java.util.Set;

/**
 * A test of one field. All but {@link Absent} and {@link Present} are false for an event without
 * the field; of a field with several values, one that passes is enough. Immutable; equal tests are
 * equal.
 */
public sealed interface ValueTest {

  /** The value as text is like the pattern; without regard to case unless {@code cased}. */
  record Text(TextPattern pattern, boolean cased) implements ValueTest {}

  /**
   * The value is this number, or its text.
   *
   * @param value a {@link Long} or {@link Double}
   */
  record NumberIs(Number value) implements ValueTest {}

  /** The value is this truth value, or its text in any case. */
  record BooleanIs(boolean value) implements ValueTest {}

  /** The event has no such field, or it has no value ({@code null}). */
  record Absent() implements ValueTest {}

  /** The event has the field ({@code exists: true}); a field without a value counts as missing. */
  record Present() implements ValueTest {}

  /**
   * The value is a number, or text that is one, and stands in that relation.
   *
   * @param bound a {@link Long} or {@link Double}
   */
  record Compare(Relation relation, Number bound) implements ValueTest {}

  /** The pattern is found somewhere in the value as text. */
  record Matches(String pattern, Set<RegexFlag> flags) implements ValueTest {
    /** Copies the set. */
    public Matches {
      flags = Set.copyOf(flags);
    }
  }

  /** The value is an address of the block. */
  record InBlock(CidrBlock block) implements ValueTest {}

  /**
   * The value is a time, one part of which is in that range, both ends included.
   *
   * @param part of the time in UTC
   */
  record TimeIn(TimePart part, long least, long most) implements ValueTest {}

  /** The value compares so with a value of another field of the same event ({@code fieldref}). */
  record OtherField(String field, Position position, boolean cased) implements ValueTest {}

  /**
   * Stands for a value with placeholders ({@code expand}) until they have values. No event is
   * tested by it: a rule that still has one is not to be compiled.
   *
   * @param names the placeholders in the value, without their percent signs; at least one
   */
  record Placeholder(List<String> names) implements ValueTest {
    /** Copies the list. */
    public Placeholder {
      names = List.copyOf(names);
    }
  }

  /** An order between numbers. */
  enum Relation {
    LT,
    LTE,
    GT,
    GTE
  }

  /** Where in the value something is asked for. */
  enum Position {
    WHOLE,
    START,
    END,
    ANYWHERE
  }

  /** The sub-modifiers of {@code re}. */
  enum RegexFlag {
    /** {@code i} */
    IGNORE_CASE,
    /** {@code m}: {@code ^} and {@code $} at every line */
    MULTILINE,
    /** {@code s}: {@code .} is a line's end too */
    DOT_ALL
  }
}
