/** The incidents as people see and change them. */
@NullMarked
package io.eventsec.persistence.incident;

import org.jspecify.annotations.NullMarked;
