/** What tenants have decided about the rules that they share. */
@NullMarked
package io.eventsec.persistence.policy;

import org.jspecify.annotations.NullMarked;
