/**
 * What happened: immutable events with flat, dotted, multi-valued fields, and what identifies them.
 */
@NullMarked
package io.eventsec.core.event;

import org.jspecify.annotations.NullMarked;
