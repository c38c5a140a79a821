/** The way of a batch to a server: again and again until it is taken, or said why it is not. */
@NullMarked
package io.eventsec.cli.send;

import org.jspecify.annotations.NullMarked;
