/**
 * The formats that are understood out of the box: tables from the sensors' names to ECS 9, and what
 * a table cannot say.
 */
@NullMarked
package io.eventsec.core.ingest.format;

import org.jspecify.annotations.NullMarked;
