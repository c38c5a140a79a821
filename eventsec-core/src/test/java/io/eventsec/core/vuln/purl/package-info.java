/** Tests of package URLs. */
@NullMarked
package io.eventsec.core.vuln.purl;

import org.jspecify.annotations.NullMarked;
