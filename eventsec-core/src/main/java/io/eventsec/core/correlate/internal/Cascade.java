package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives events to their correlations in the order in which they happened. A correlation that comes
 * true goes on to those that refer to it, as part of the same event.
 */
final class Cascade {

  /** Takes an event in, and says whether the condition holds then. */
  @FunctionalInterface
  interface Judge {
    boolean holds(Contribution contribution);
  }

  private final Judge judge;

  Cascade(Judge judge) {
    this.judge = judge;
  }

  /** Runs over what was released, sorted. */
  void run(List<Contribution> released) {
    int size = released.size();
    for (int from = 0, to; from < size; from = to) {
      boolean simple = isSimple(released.get(from));
      to = from + 1;
      while (to < size && released.get(to).stamp().equals(released.get(from).stamp())) {
        simple &=
            isSimple(released.get(to)) && released.get(to).plan() != released.get(to - 1).plan();
        to++;
      }
      if (simple) {
        released.subList(from, to).forEach(judge::holds);
      } else {
        runEvent(new ArrayList<>(released.subList(from, to)));
      }
    }
  }

  /** True if nothing follows from it. */
  private static boolean isSimple(Contribution contribution) {
    return contribution.plan().readers().isEmpty();
  }

  /** All that one event adds, those first that others refer to. */
  private void runEvent(List<Contribution> left) {
    while (!left.isEmpty()) {
      Contribution next = takeFirst(left);
      if (judge.holds(next)) {
        next.plan().readers().forEach(reader -> left.add(passOn(next, reader)));
      }
    }
  }

  private static Contribution takeFirst(List<Contribution> left) {
    Contribution first = left.get(0);
    for (Contribution other : left) {
      first = other.plan().index() < first.plan().index() ? other : first;
    }
    Contribution joined = first;
    for (Contribution other : left) {
      joined = other != first && other.joins(first) ? joined.with(other) : joined;
    }
    Contribution taken = first;
    left.removeIf(other -> other.joins(taken));
    return joined;
  }

  private static Contribution passOn(Contribution fired, ChainReference reader) {
    GroupKey group = pick(fired.group(), reader.groupPlaces());
    GroupKey value = pick(fired.group(), reader.valuePlaces());
    boolean computed = reader.plan().isComputed();
    return new Contribution(
        fired.stamp(),
        reader.plan(),
        group,
        1L << reader.position(),
        value.size() == 0 || computed ? Contribution.NO_TEXTS : new String[] {value.joined()},
        computed ? FieldValues.numbers(value.value(0)) : Contribution.NO_NUMBERS);
  }

  private static GroupKey pick(GroupKey group, int[] places) {
    String[] values = new String[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = group.value(places[i]);
    }
    return places.length == 0 ? GroupKey.ALL : new GroupKey(values);
  }
}
