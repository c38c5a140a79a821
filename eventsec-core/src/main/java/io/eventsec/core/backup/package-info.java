/**
 * Files of a backup: a directory with a manifest that names each file, what is in it and its
 * digest.
 */
@NullMarked
package io.eventsec.core.backup;

import org.jspecify.annotations.NullMarked;
