package io.eventsec.core.ingest.format;

/**
 * One native name that an ECS field can come from.
 *
 * @param ecs the ECS field
 * @param source the native field
 * @param conversion how the value is brought over
 * @param slot the place of the ECS field among those of its section
 * @param rank which of several native fields goes first; 0 is best
 */
record Mapping(String ecs, String source, Conversion conversion, int slot, int rank) {}
