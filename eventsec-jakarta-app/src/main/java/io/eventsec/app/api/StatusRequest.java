package io.eventsec.app.api;

import org.jspecify.annotations.Nullable;

/**
 * A change of an alert's status.
 *
 * @param status open, acknowledged or closed
 * @param comment what the user says to it, at most 4,000 characters
 */
public record StatusRequest(@Nullable String status, @Nullable String comment) {}
