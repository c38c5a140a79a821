package io.eventsec.app.http;

import java.util.Locale;

/** The kinds of problem that the application answers with. */
public enum ProblemKind {
  /** The request cannot be understood. */
  BAD_REQUEST(400, "The request cannot be understood"),
  /** Nobody is signed in, or the token is unknown. */
  UNAUTHENTICATED(401, "Not signed in"),
  /** The caller may not do this. */
  FORBIDDEN(403, "Not allowed"),
  /** There is no such thing. */
  NOT_FOUND(404, "Not found"),
  /** The resource is there and does not know the method. */
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  /** None of the accepted types can be answered. */
  NOT_ACCEPTABLE(406, "Not acceptable"),
  /** It was possible once and is over. */
  GONE(410, "No longer possible"),
  /** Somebody else was faster. */
  PRECONDITION_FAILED(412, "Changed meanwhile"),
  /** Beyond a bound. */
  TOO_LARGE(413, "Too large"),
  /** The content is of a type that is not understood. */
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  /** The values break a rule. */
  INVALID(422, "Invalid values"),
  /** The key was used for something else. */
  IDEMPOTENCY_CONFLICT(422, "Idempotency key already used"),
  /** The condition that must be stated is missing. */
  PRECONDITION_REQUIRED(428, "Precondition required"),
  /** Slow down. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** A defect of the application. */
  INTERNAL(500, "Internal error"),
  /** Something the request needs is away. */
  UNAVAILABLE(503, "Temporarily unavailable");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The kind, for people. */
  public String title() {
    return title;
  }

  /** The kind, for programs: a URN. */
  public String type() {
    return "urn:eventsec:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
