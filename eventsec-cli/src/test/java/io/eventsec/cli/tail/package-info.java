/** Tests. */
@NullMarked
package io.eventsec.cli.tail;

import org.jspecify.annotations.NullMarked;
