package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.ValueTest.Position;

/** One question about an event, shared by all rules that ask it. Immutable. */
sealed interface Predicate {
  /** What {@link #requiredField} says if there is none. */
  int NO_FIELD = -1;

  boolean holds(EventView view);

  /**
   * The value that made it true, as text; empty if it is true for want of one.
   *
   * @param view of an event that it is true of
   * @param self its own number
   */
  String found(EventView view, int self);

  /**
   * The field without which it is never true; {@link #NO_FIELD} if there is none. For {@link
   * Present} an object of that name does as well.
   */
  int requiredField();

  /** One that each value answers for itself. */
  sealed interface OfValue extends Predicate {
    /** What looks at a value. */
    ValueMatcher matcher();

    /** True if one of the values passes. */
    default boolean passes(FieldValues values) {
      return firstIn(values) >= 0;
    }

    /** The index of the first value that passes; -1 if none does. */
    default int firstIn(FieldValues values) {
      for (int i = 0; i < values.size(); i++) {
        if (matcher().matches(values, i)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** One of the field's values passes. */
  record OfField(int field, ValueMatcher matcher) implements OfValue {
    @Override
    public boolean holds(EventView view) {
      FieldValues values = view.values(field);
      return values != null && passes(values);
    }

    @Override
    public String found(EventView view, int self) {
      FieldValues values = view.values(field);
      if (values != null && values.size() == 1) {
        return values.text(0);
      }
      int index = values == null ? -1 : firstIn(values);
      return values == null || index < 0 ? "" : values.text(index);
    }

    @Override
    public int requiredField() {
      return field;
    }
  }

  /** One of the values of any field passes. */
  record OfAnyField(ValueMatcher matcher) implements OfValue {
    @Override
    public boolean holds(EventView view) {
      for (FieldValues values : view.everything()) {
        if (passes(values)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String found(EventView view, int self) {
      Object holder = view.holder(self);
      if (holder != null) {
        return Numbers.text(holder);
      }
      for (FieldValues values : view.everything()) {
        int index = firstIn(values);
        if (index >= 0) {
          return values.text(index);
        }
      }
      return "";
    }

    @Override
    public int requiredField() {
      return NO_FIELD;
    }
  }

  /** The event has the field, with a value or as an object that has some. */
  record Present(int field, String name) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      return view.has(field) || view.hasBelow(name);
    }

    @Override
    public String found(EventView view, int self) {
      FieldValues values = view.values(field);
      return values == null ? "" : values.text(0);
    }

    @Override
    public int requiredField() {
      return field;
    }
  }

  /** The event has the field neither with a value nor as an object that has some. */
  record Absent(int field, String name) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      return !view.has(field) && !view.hasBelow(name);
    }

    @Override
    public String found(EventView view, int self) {
      return "";
    }

    @Override
    public int requiredField() {
      return NO_FIELD;
    }
  }

  /** A value of one field stands somewhere in a value of another. */
  record OfTwoFields(int field, int other, Position position, boolean cased) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      return indexIn(view) >= 0;
    }

    private int indexIn(EventView view) {
      FieldValues values = view.values(field);
      FieldValues others = view.values(other);
      if (values != null && others != null) {
        for (int i = 0; i < values.size(); i++) {
          if (agrees(values.text(i, cased), others)) {
            return i;
          }
        }
      }
      return -1;
    }

    private boolean agrees(String text, FieldValues others) {
      for (int i = 0; i < others.size(); i++) {
        String wanted = others.text(i, cased);
        boolean found =
            switch (position) {
              case WHOLE -> text.equals(wanted);
              case START -> text.startsWith(wanted);
              case END -> text.endsWith(wanted);
              case ANYWHERE -> text.contains(wanted);
            };
        if (found) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String found(EventView view, int self) {
      FieldValues values = view.values(field);
      int index = indexIn(view);
      return values == null || index < 0 ? "" : values.text(index);
    }

    @Override
    public int requiredField() {
      return field;
    }
  }
}
