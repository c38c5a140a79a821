/** Tests of detection. */
@NullMarked
package io.eventsec.core.detect;

import org.jspecify.annotations.NullMarked;
