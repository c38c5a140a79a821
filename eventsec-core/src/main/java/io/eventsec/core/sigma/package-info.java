/**
 * Sigma rules (specification 2.1.0): what a rule says, and the reader that turns YAML into it with
 * problems that carry line and column.
 */
@NullMarked
package io.eventsec.core.sigma;

import org.jspecify.annotations.NullMarked;
