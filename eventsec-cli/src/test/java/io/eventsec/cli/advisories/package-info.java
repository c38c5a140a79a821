/** Tests of {@code eventsec advisories}. */
@NullMarked
package io.eventsec.cli.advisories;

import org.jspecify.annotations.NullMarked;
