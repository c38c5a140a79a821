/** Feeds of advisories that are renewed: what is in force of them, and what is held back. */
@NullMarked
package io.eventsec.core.vuln.feed;

import org.jspecify.annotations.NullMarked;
