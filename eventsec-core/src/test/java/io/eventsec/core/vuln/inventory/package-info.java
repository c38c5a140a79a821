/** Tests of inventories. */
@NullMarked
package io.eventsec.core.vuln.inventory;

import org.jspecify.annotations.NullMarked;
