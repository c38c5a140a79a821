/** Tests. */
@NullMarked
package io.eventsec.cli.rules;

import org.jspecify.annotations.NullMarked;
