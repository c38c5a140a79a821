/**
 * The ports: small role interfaces that an integrator may implement. Each has an in-memory
 * implementation in {@code io.eventsec.core.memory} that passes the same contract kit
 * (eventsec-testkit) as the real one.
 */
@NullMarked
package io.eventsec.core.spi;

import org.jspecify.annotations.NullMarked;
