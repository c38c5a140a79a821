package io.eventsec.app.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Thrown to answer a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int DEPTH = 20;

  private final ProblemKind kind;
  private final transient List<FieldError> errors;
  private final transient Optional<Duration> retryAfter;

  private ProblemException(
      ProblemKind kind, String detail, List<FieldError> errors, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.kind = kind;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** Of that kind, with what happened and what to do. */
  public ProblemException(ProblemKind kind, String detail) {
    this(kind, detail, List.of(), Optional.empty());
  }

  /** About values of the request, at least one. */
  public static ProblemException invalid(List<FieldError> errors) {
    FieldError first = errors.get(0);
    return new ProblemException(
        ProblemKind.INVALID,
        first.field() + " " + first.rule() + ". " + first.cure(),
        errors,
        Optional.empty());
  }

  /** Of that kind; the same may be tried again after a while. */
  public static ProblemException retry(ProblemKind kind, String detail, Duration after) {
    return new ProblemException(kind, detail, List.of(), Optional.of(after));
  }

  /** The problem in a chain of causes, for what was thrown while others read a body. */
  static Optional<ProblemException> within(Throwable failure) {
    return Stream.iterate(failure, link -> link != null, Throwable::getCause)
        .limit(DEPTH)
        .filter(ProblemException.class::isInstance)
        .map(ProblemException.class::cast)
        .findFirst();
  }

  /** What kind of problem. */
  public ProblemKind kind() {
    return kind;
  }

  /** What is wrong with which values; empty if it is not about values. */
  public List<FieldError> errors() {
    return errors;
  }

  /** When to try again, if that helps. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
