package io.eventsec.cli.follow;

import io.eventsec.cli.cut.BatchLimits;
import io.eventsec.cli.tail.MarkStore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What is the same for all files.
 *
 * @param crowded true while files wait until others are closed
 * @param nanos a clock that only goes on
 */
record Shipping(
    MarkStore store,
    Delivery delivery,
    Notes notes,
    Stop stop,
    BatchLimits limits,
    FollowTimes times,
    AtomicBoolean crowded,
    LongSupplier nanos) {}
