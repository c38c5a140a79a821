package io.eventsec.app.http;

import java.util.Locale;

/** The kinds of problem that the application answers with. Their codes stay as they are. */
public enum ProblemKind {
  /** The request cannot be understood. */
  BAD_REQUEST(
      400,
      "The request cannot be understood",
      "The body is not the JSON or the lines expected, or a parameter is of the wrong type.",
      "GET /openapi describes what each path expects; the detail says what was found."),
  /** Nobody is signed in, or the token is unknown. */
  UNAUTHENTICATED(
      401,
      "Not signed in",
      "There is no session, it has ended, or the token is unknown or was revoked.",
      "Sign in, or send the token of a sensor that the console lists as active."),
  /** The caller may not do this. */
  FORBIDDEN(
      403,
      "Not allowed",
      "The role does not hold the permission named, or the call lacks the session's CSRF token.",
      "Ask an administrator for the role; send csrfToken of GET /api/v1/session as X-CSRF-Token."),
  /** There is no such thing. */
  NOT_FOUND(
      404,
      "Not found",
      "The path is none of the API's, or names something that is not there for this tenant.",
      "GET /openapi lists all paths; list the things to find their ids."),
  /** The resource is there and does not know the method. */
  METHOD_NOT_ALLOWED(
      405,
      "Method not allowed",
      "The path is known, the HTTP method is not.",
      "Use one of the methods that the Allow header names."),
  /** None of the accepted types can be answered. */
  NOT_ACCEPTABLE(
      406,
      "Not acceptable",
      "The Accept header names no type that the path can answer with.",
      "Accept the type that GET /openapi names, application/json most often."),
  /** It is not possible as the thing stands. */
  CONFLICT(
      409,
      "Not possible as it stands",
      "The change does not follow from the state that the thing is in.",
      "Read the thing again; the detail says what is possible from there."),

  /** It was possible once and is over. */
  GONE(
      410,
      "No longer possible",
      "The first administrator has been set up already.",
      "Sign in instead."),
  /** Somebody else was faster. */
  PRECONDITION_FAILED(
      412,
      "Changed meanwhile",
      "The If-Match header names a revision that is not the newest any more.",
      "Read the thing again, look at what has changed, and send the change with the new ETag."),
  /** Beyond a bound. */
  TOO_LARGE(
      413,
      "Too large",
      "A batch is beyond EVENTSEC_INGEST_MAX_BYTES or _LINES, or another body beyond its bound.",
      "Send less at once; `eventsec ship` does so by itself."),
  /** The content is of a type that is not understood. */
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported media type",
      "The Content-Type header names a type that the path does not take.",
      "Send the type that GET /openapi names."),
  /** The values break a rule. */
  INVALID(
      422,
      "Invalid values",
      "One or more values break a rule; errors names each with its rule and cure.",
      "Correct the values named."),
  /** The key was used for something else. */
  IDEMPOTENCY_CONFLICT(
      422,
      "Idempotency key already used",
      "The Idempotency-Key came with another batch before.",
      "Use a key for one batch only; send the same bytes again under the same key."),
  /** The condition that must be stated is missing. */
  PRECONDITION_REQUIRED(
      428,
      "Precondition required",
      "A change came without an If-Match header.",
      "Read the thing first and send its ETag as If-Match."),
  /** Slow down. */
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "Too many failed sign-ins, too many followers, or too many bytes being stored at once.",
      "Wait as long as Retry-After says, then send the same again."),
  /** A defect of the application. */
  INTERNAL(
      500,
      "Internal error",
      "A defect of the application.",
      "Look for the correlation id in the log (EVS3001), and report the line with its stack."),
  /** Something the request needs is away. */
  UNAVAILABLE(
      503,
      "Temporarily unavailable",
      "PostgreSQL or OpenSearch does not answer, or the schema is not ready yet.",
      "Wait as long as Retry-After says; GET /health/ready says which component is down, and why.");

  private final int status;
  private final String title;
  private final String cause;
  private final String cure;

  ProblemKind(int status, String title, String cause, String cure) {
    this.status = status;
    this.title = title;
    this.cause = cause;
    this.cure = cure;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The kind, for people. */
  public String title() {
    return title;
  }

  /** Why it is answered. */
  public String cause() {
    return cause;
  }

  /** What the caller can do. */
  public String cure() {
    return cure;
  }

  /** Its code, such as {@code too-large}: the end of its type. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind, for programs: a URN. */
  public String type() {
    return Problem.type(code());
  }

  /** The kind for a status that a framework chose. */
  static ProblemKind ofStatus(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? BAD_REQUEST : INTERNAL;
  }
}
