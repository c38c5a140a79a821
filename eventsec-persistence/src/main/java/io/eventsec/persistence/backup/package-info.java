/** Backup and restore of the database by the driver alone, with no program of PostgreSQL's. */
@NullMarked
package io.eventsec.persistence.backup;

import org.jspecify.annotations.NullMarked;
