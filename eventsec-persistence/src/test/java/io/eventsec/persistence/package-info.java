/** The adapters on a real PostgreSQL. */
@NullMarked
package io.eventsec.persistence;

import org.jspecify.annotations.NullMarked;
