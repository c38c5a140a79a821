/** Tests. */
@NullMarked
package io.eventsec.cli.follow;

import org.jspecify.annotations.NullMarked;
