/** What runs where: software components and the readers of what lists them. */
@NullMarked
package io.eventsec.core.vuln.inventory;

import org.jspecify.annotations.NullMarked;
