/** Tests of what is covered. */
@NullMarked
package io.eventsec.core.coverage;

import org.jspecify.annotations.NullMarked;
