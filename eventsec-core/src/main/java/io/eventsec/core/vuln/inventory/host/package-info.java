/**
 * What package managers write down of what they installed: readers of their files, which whoever
 * walks a host hands in.
 */
@NullMarked
package io.eventsec.core.vuln.inventory.host;

import org.jspecify.annotations.NullMarked;
