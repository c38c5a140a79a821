/** What hosts, users and addresses have collected in points, as people look it up. */
@NullMarked
package io.eventsec.persistence.risk;

import org.jspecify.annotations.NullMarked;
