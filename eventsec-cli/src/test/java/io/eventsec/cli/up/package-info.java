/** Tests. */
@NullMarked
package io.eventsec.cli.up;

import org.jspecify.annotations.NullMarked;
