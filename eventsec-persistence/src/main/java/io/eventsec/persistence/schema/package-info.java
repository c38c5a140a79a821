/** The database's schema: bringing it up to date, and looking whether it is. */
@NullMarked
package io.eventsec.persistence.schema;

import org.jspecify.annotations.NullMarked;
