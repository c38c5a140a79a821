/** Tests. */
@NullMarked
package io.eventsec.cli.send;

import org.jspecify.annotations.NullMarked;
