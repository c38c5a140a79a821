/**
 * What is measured: {@link io.eventsec.app.metrics.Measure} lists it, the others count. Uses
 * MicroProfile Metrics for the instruments; {@code GET /api/v1/metrics} shows them.
 */
@NullMarked
package io.eventsec.app.metrics;

import org.jspecify.annotations.NullMarked;
