/**
 * How long things are kept: a policy, what it would drop, and what was dropped. What drops what is
 * decided here; the stores only look and drop.
 */
@NullMarked
package io.eventsec.core.retention;

import org.jspecify.annotations.NullMarked;
