/**
 * Logs of the OpenTelemetry protocol: requests are taken apart into records that stand for
 * themselves, which the format {@code otlp-log} decodes.
 */
@NullMarked
package io.eventsec.core.ingest.otlp;

import org.jspecify.annotations.NullMarked;
