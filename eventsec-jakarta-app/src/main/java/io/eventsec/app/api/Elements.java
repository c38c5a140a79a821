package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a list and names each bad one by its index. */
final class Elements {
  private static final int MOST_ERRORS = 20;

  private Elements() {}

  /**
   * All of them, in their order.
   *
   * @param most how many there may be, at least one
   * @param element reads one; throws ProblemException or IllegalArgumentException if it is bad
   * @throws ProblemException 422 with up to 20 of the bad ones
   */
  static <T, R> List<R> each(
      String field, List<@Nullable T> given, int most, Function<T, R> element) {
    if (given.isEmpty() || given.size() > most) {
      throw Values.invalid(
          field, given.size() + " of them", "are not 1 to " + most, "Send so many at once.");
    }
    List<R> elements = new ArrayList<>(given.size());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < given.size() && errors.size() < MOST_ERRORS; i++) {
      @Nullable T value = given.get(i);
      String at = field + '[' + i + ']';
      if (value == null) {
        errors.add(new FieldError(at, "null", "is missing", "Leave it out."));
        continue;
      }
      try {
        elements.add(element.apply(value));
      } catch (ProblemException e) {
        e.errors().forEach(error -> errors.add(within(at, error)));
      } catch (IllegalArgumentException e) {
        errors.add(Complaint.error(at, value.toString(), e));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return elements;
  }

  private static FieldError within(String at, FieldError error) {
    return new FieldError(at + '.' + error.field(), error.value(), error.rule(), error.cure());
  }
}
