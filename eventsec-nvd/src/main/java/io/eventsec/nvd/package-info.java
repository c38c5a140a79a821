/** A copy of NVD, kept up to date by its API. */
@NullMarked
package io.eventsec.nvd;

import org.jspecify.annotations.NullMarked;
