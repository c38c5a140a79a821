/** How dangerous a vulnerability is on an asset, by policies that say why. */
@NullMarked
package io.eventsec.core.vuln.risk;

import org.jspecify.annotations.NullMarked;
