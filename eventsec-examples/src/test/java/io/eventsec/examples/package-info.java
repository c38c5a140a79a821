/** Runs the examples. */
@NullMarked
package io.eventsec.examples;

import org.jspecify.annotations.NullMarked;
