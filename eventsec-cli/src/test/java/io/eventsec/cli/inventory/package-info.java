/** Tests of {@code eventsec inventory}. */
@NullMarked
package io.eventsec.cli.inventory;

import org.jspecify.annotations.NullMarked;
