/** What was evaluated by which rules, and rules run again, as people look it up and ask for it. */
@NullMarked
package io.eventsec.persistence.coverage;

import org.jspecify.annotations.NullMarked;
