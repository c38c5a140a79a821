/** Tests of indicators. */
@NullMarked
package io.eventsec.core.intel;

import org.jspecify.annotations.NullMarked;
