/** Tests. */
@NullMarked
package io.eventsec.cli.input;

import org.jspecify.annotations.NullMarked;
