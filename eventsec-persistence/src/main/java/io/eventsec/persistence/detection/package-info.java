/** What detection found, in PostgreSQL: alerts, dead letters, reader positions, outbox. */
@NullMarked
package io.eventsec.persistence.detection;

import org.jspecify.annotations.NullMarked;
