/** Names of products by the Common Platform Enumeration 2.3, and how they match. */
@NullMarked
package io.eventsec.core.vuln.cpe;

import org.jspecify.annotations.NullMarked;
