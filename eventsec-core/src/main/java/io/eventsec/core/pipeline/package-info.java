/**
 * The readers between the journal and the stores, written against the ports: they hold no thread
 * and no clock, whoever calls {@code step()} decides when.
 */
@NullMarked
package io.eventsec.core.pipeline;

import org.jspecify.annotations.NullMarked;
