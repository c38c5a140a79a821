/** The quick reader of YAML against the YAML engine. */
@NullMarked
package io.eventsec.core.sigma.internal;

import org.jspecify.annotations.NullMarked;
