/** What is known of vulnerabilities on this node, and what it means for assets. */
@NullMarked
package io.eventsec.app.advisory;

import org.jspecify.annotations.NullMarked;
