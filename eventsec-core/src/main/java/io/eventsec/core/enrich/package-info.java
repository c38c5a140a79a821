/**
 * What is added to events behind their decoding: {@link io.eventsec.core.enrich.EnrichingDecoder}
 * wraps a decoder and runs stages over what it decodes, so that every reader of the journal sees
 * the same.
 */
@NullMarked
package io.eventsec.core.enrich;

import org.jspecify.annotations.NullMarked;
