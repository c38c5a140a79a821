/** Tests of what backup and restore say before they have asked any store. */
@NullMarked
package io.eventsec.cli.backup;

import org.jspecify.annotations.NullMarked;
