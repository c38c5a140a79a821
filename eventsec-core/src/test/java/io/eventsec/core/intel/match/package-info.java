/** Tests of indicators against events. */
@NullMarked
package io.eventsec.core.intel.match;

import org.jspecify.annotations.NullMarked;
