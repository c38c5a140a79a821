/** Tests of what a retention policy drops. */
@NullMarked
package io.eventsec.core.retention;

import org.jspecify.annotations.NullMarked;
