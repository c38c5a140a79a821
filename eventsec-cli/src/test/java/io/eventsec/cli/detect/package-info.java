/** Tests. */
@NullMarked
package io.eventsec.cli.detect;

import org.jspecify.annotations.NullMarked;
