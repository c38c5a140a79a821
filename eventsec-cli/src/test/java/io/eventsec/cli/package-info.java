/** Tests. */
@NullMarked
package io.eventsec.cli;

import org.jspecify.annotations.NullMarked;
