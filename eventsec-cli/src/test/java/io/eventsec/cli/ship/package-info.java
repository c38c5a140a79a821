/** Tests. */
@NullMarked
package io.eventsec.cli.ship;

import org.jspecify.annotations.NullMarked;
