/** Tests of what is added to events. */
@NullMarked
package io.eventsec.core.enrich;

import org.jspecify.annotations.NullMarked;
