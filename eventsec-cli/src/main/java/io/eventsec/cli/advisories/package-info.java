/** {@code eventsec advisories}: copies of feeds. */
@NullMarked
package io.eventsec.cli.advisories;

import org.jspecify.annotations.NullMarked;
