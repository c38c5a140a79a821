/** {@code eventsec ship} as a collector: follows files for as long as it runs. */
@NullMarked
package io.eventsec.cli.follow;

import org.jspecify.annotations.NullMarked;
