/** Who did what: written once, changed by nobody. */
@NullMarked
package io.eventsec.persistence.audit;

import org.jspecify.annotations.NullMarked;
