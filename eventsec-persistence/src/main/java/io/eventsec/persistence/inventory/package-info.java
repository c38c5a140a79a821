/** The assets, and what is and was installed on them. */
@NullMarked
package io.eventsec.persistence.inventory;

import org.jspecify.annotations.NullMarked;
