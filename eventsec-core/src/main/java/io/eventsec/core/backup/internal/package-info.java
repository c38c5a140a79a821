/** How a backup's manifest is written and read. */
@NullMarked
package io.eventsec.core.backup.internal;

import org.jspecify.annotations.NullMarked;
