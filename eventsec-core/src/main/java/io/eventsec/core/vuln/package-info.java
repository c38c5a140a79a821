/** What runs where, and which of it is dangerous. */
@NullMarked
package io.eventsec.core.vuln;

import org.jspecify.annotations.NullMarked;
