package io.eventsec.core.correlate.internal;

/**
 * A correlation refers to another one.
 *
 * @param plan the one that refers
 * @param position the other's place among those that it refers to
 * @param groupPlaces which of the other's group values tell groups apart
 * @param valuePlaces which of them are counted or computed with
 */
record ChainReference(CorrelationPlan plan, int position, int[] groupPlaces, int[] valuePlaces) {}
