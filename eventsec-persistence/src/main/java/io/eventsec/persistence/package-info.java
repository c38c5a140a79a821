/** The PostgreSQL adapters' failures, as a caller of the repositories meets them. */
@NullMarked
package io.eventsec.persistence;

import org.jspecify.annotations.NullMarked;
