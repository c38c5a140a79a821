/** Work that one node at a time does: leases, and how each run went. */
@NullMarked
package io.eventsec.persistence.job;

import org.jspecify.annotations.NullMarked;
