/** How the YAML of a Sigma rule is read. */
@NullMarked
package io.eventsec.core.sigma.internal;

import org.jspecify.annotations.NullMarked;
