/** How a rule set is compiled and run. */
@NullMarked
package io.eventsec.core.detect.internal;

import org.jspecify.annotations.NullMarked;
