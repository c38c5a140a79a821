/** {@code eventsec vulns}: an inventory in, what is vulnerable in it out. */
@NullMarked
package io.eventsec.cli.vulns;

import org.jspecify.annotations.NullMarked;
