/**
 * The ports kept in memory: for tests, and for programs that want detection without servers.
 * Nothing survives the process, and nothing is dropped unless it is asked for.
 */
@NullMarked
package io.eventsec.core.memory;

import org.jspecify.annotations.NullMarked;
