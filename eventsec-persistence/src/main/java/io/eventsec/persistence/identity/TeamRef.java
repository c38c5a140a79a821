package io.eventsec.persistence.identity;

import java.util.UUID;

/**
 * A team, as others name it.
 *
 * @param id never changes
 * @param name what people call it
 */
public record TeamRef(UUID id, String name) {}
