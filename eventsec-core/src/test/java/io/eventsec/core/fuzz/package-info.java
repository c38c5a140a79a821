/** What Jazzer tries to break: each target must neither throw nor hang, whatever the bytes. */
@NullMarked
package io.eventsec.core.fuzz;

import org.jspecify.annotations.NullMarked;
