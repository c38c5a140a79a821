package io.eventsec.persistence.identity;

/** What a user is to the installation; what each may do is the application's to say. */
public enum Role {
  /** Runs the installation. */
  ADMIN,
  /** Works on alerts. */
  ANALYST,
  /** Looks on. */
  VIEWER
}
