/** Tests of the files of a backup. */
@NullMarked
package io.eventsec.core.backup;

import org.jspecify.annotations.NullMarked;
