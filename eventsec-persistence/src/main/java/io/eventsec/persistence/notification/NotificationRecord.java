package io.eventsec.persistence.notification;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.ingest.Correlation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a user was told.
 *
 * @param id its id; greater is later
 * @param topic what it is about
 * @param title the news in one line
 * @param alert which alert it is about, if it is about one
 * @param incident which incident it is about, if it is about one
 * @param correlation the exchange that caused it; empty if it was none
 * @param createdAt when the user was told
 * @param readAt since when it is read; empty if it is not
 */
public record NotificationRecord(
    long id,
    String topic,
    String title,
    Optional<AlertId> alert,
    Optional<UUID> incident,
    Optional<Correlation> correlation,
    Instant createdAt,
    Optional<Instant> readAt) {}
