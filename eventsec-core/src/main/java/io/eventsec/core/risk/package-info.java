/**
 * How much there is against a host, user or address: points that alerts give and time takes away.
 *
 * <p>Start with {@link io.eventsec.core.risk.RiskModel}.
 */
@NullMarked
package io.eventsec.core.risk;

import org.jspecify.annotations.NullMarked;
