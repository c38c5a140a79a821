/** Tests. */
@NullMarked
package io.eventsec.cli.cut;

import org.jspecify.annotations.NullMarked;
