/** The compiled rule set against a plain reading of the same rules. */
@NullMarked
package io.eventsec.core.detect.internal;

import org.jspecify.annotations.NullMarked;
