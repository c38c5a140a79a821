/** Tests of what the journal asks of PostgreSQL. */
@NullMarked
package io.eventsec.persistence.journal;

import org.jspecify.annotations.NullMarked;
