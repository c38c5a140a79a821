/** Log files as records: inflated, converted, numbered, with an identity of their own. */
@NullMarked
package io.eventsec.cli.input;

import org.jspecify.annotations.NullMarked;
