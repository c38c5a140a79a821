package io.eventsec.core.intel;

import java.time.Instant;
import java.util.Optional;

/**
 * A source takes back an object: nothing that it claimed in that version or an older one holds.
 *
 * @param id what the source calls the object, not empty
 * @param modified the version that takes it back; empty if the source does not tell, which is after
 *     all that came before
 */
public record IndicatorWithdrawal(String id, Optional<Instant> modified) {}
