/** Tests of the copy of NVD. */
@NullMarked
package io.eventsec.nvd;

import org.jspecify.annotations.NullMarked;
