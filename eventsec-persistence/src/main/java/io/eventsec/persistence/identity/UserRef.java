package io.eventsec.persistence.identity;

import java.util.UUID;

/**
 * A user as others see them.
 *
 * @param id never changes
 * @param username what they sign in with
 * @param displayName what others call them
 */
public record UserRef(UUID id, String username, String displayName) {}
