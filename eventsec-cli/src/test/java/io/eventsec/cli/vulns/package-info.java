/** Tests of {@code eventsec vulns}. */
@NullMarked
package io.eventsec.cli.vulns;

import org.jspecify.annotations.NullMarked;
