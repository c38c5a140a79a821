/** The event journal in PostgreSQL. */
@NullMarked
package io.eventsec.persistence.journal;

import org.jspecify.annotations.NullMarked;
