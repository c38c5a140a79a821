package io.eventsec.core.correlate;

import java.util.Optional;

/**
 * A part of a correlator's state that is not what it was when changes were last taken.
 *
 * @param key names the part, at most 100 characters of ASCII
 * @param value what it is now, in a form that names its own version; empty if it is no more
 */
public record StateChange(String key, Optional<byte[]> value) {}
