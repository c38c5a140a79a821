package io.eventsec.persistence.identity;

/**
 * A user as the list of users shows them.
 *
 * @param user who
 * @param role what they are
 */
public record UserEntry(UserRef user, Role role) {}
