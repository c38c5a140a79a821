/** Compiled rule sets and what they find in events. */
@NullMarked
package io.eventsec.core.detect;

import org.jspecify.annotations.NullMarked;
