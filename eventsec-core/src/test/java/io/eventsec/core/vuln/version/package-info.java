/** Tests of versions. */
@NullMarked
package io.eventsec.core.vuln.version;

import org.jspecify.annotations.NullMarked;
