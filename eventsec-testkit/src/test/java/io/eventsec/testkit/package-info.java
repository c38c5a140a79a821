/** The in-memory adapters pass the kits. */
@NullMarked
package io.eventsec.testkit;

import org.jspecify.annotations.NullMarked;
