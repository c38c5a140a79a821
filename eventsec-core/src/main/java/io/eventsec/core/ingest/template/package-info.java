/** Templates of messages: literal text with named gaps, matched in linear time. */
@NullMarked
package io.eventsec.core.ingest.template;

import org.jspecify.annotations.NullMarked;
