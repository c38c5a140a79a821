package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page a caller asks for. */
public class PageParameters {
  private static final int LONGEST_CURSOR = 1000;

  @QueryParam("cursor")
  @Parameter(description = "nextCursor of the page before")
  @Nullable String cursor;

  @QueryParam("limit")
  @Parameter(description = "at most so many, 1 to 200, 50 unless said")
  @Nullable String limit;

  int limit() {
    if (limit == null) {
      return Page.DEFAULT;
    }
    if (!limit.matches("[0-9]{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > Page.MOST) {
      throw Values.invalid("limit", limit, "is not 1 to " + Page.MOST, "Ask for fewer.");
    }
    return Integer.parseInt(limit);
  }

  Optional<String> cursor() {
    if (cursor != null && cursor.length() > LONGEST_CURSOR) {
      throw badCursor();
    }
    return Optional.ofNullable(cursor).filter(value -> !value.isEmpty());
  }

  OptionalLong numericCursor() {
    Optional<String> value = cursor();
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().matches("[0-9]{1,18}")) {
      throw badCursor();
    }
    return OptionalLong.of(Long.parseLong(value.get()));
  }

  /**
   * A page as it is answered.
   *
   * @param read asks for it; throws IllegalArgumentException if the cursor is none of the list's
   * @param shown how a row is answered
   */
  <R, J> Page<J> page(Supplier<io.eventsec.persistence.Page<R>> read, Function<R, J> shown) {
    io.eventsec.persistence.Page<R> page;
    try {
      page = read.get();
    } catch (IllegalArgumentException e) {
      // Without a cursor it is a fault of ours, which is not to be blamed on the caller.
      throw cursor().isPresent() ? badCursor() : e;
    }
    return new Page<>(page.rows().stream().map(shown).toList(), page.nextCursor());
  }

  ProblemException badCursor() {
    return ProblemException.invalid(
        List.of(
            new FieldError(
                "cursor",
                Values.shown(String.valueOf(cursor)),
                "is not a nextCursor of this list",
                "Start again without a cursor.")));
  }
}
