/** Tests of readers of what package managers write down. */
@NullMarked
package io.eventsec.core.vuln.inventory.host;

import org.jspecify.annotations.NullMarked;
