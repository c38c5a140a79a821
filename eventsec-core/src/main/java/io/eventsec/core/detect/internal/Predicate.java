package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.ValueTest.Position;

/** One question about an event, shared by all rules that ask it. Immutable. */
sealed interface Predicate {
  /** What {@link #requiredField} says if there is none. */
  int NO_FIELD = -1;

  boolean holds(EventView view);

  /** The value that made it true, as text; empty if it is true for want of one. */
  String found(EventView view);

  /** The field without which it is never true; {@link #NO_FIELD} if there is none. */
  int requiredField();

  /** One of the field's values passes. */
  record OfField(int field, ValueMatcher matcher) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      FieldValues values = view.values(field);
      return values != null && indexIn(values) >= 0;
    }

    private int indexIn(FieldValues values) {
      for (int i = 0; i < values.size(); i++) {
        if (matcher.matches(values, i)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public String found(EventView view) {
      FieldValues values = view.values(field);
      int index = values == null ? -1 : indexIn(values);
      return values == null || index < 0 ? "" : values.text(index);
    }

    @Override
    public int requiredField() {
      return field;
    }
  }

  /** One of the values of any field passes. */
  record OfAnyField(ValueMatcher matcher) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      for (FieldValues values : view.everything()) {
        if (new OfField(NO_FIELD, matcher).indexIn(values) >= 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String found(EventView view) {
      OfField inField = new OfField(NO_FIELD, matcher);
      return view.everything().stream()
          .filter(values -> inField.indexIn(values) >= 0)
          .map(values -> values.text(inField.indexIn(values)))
          .findFirst()
          .orElse("");
    }

    @Override
    public int requiredField() {
      return NO_FIELD;
    }
  }

  /** The event has the field. */
  record Present(int field) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      return view.has(field);
    }

    @Override
    public String found(EventView view) {
      FieldValues values = view.values(field);
      return values == null ? "" : values.text(0);
    }

    @Override
    public int requiredField() {
      return field;
    }
  }

  /** The event hasn't got the field. */
  record Absent(int field) implements Predicate {
    @Override
    public boolean holds(EventView view) {
      return !view.has(field);
    }

    @Override
    public String found(EventView view) {
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
    public String found(EventView view) {
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
