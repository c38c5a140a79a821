/**
 * From bytes to events: batches of raw lines are decoded, parsed by format and normalised to ECS;
 * rejections are values.
 */
@NullMarked
package io.eventsec.core.ingest;

import org.jspecify.annotations.NullMarked;
