/** What suppliers say of vulnerabilities in their products, and what that makes of findings. */
@NullMarked
package io.eventsec.core.vuln.vex;

import org.jspecify.annotations.NullMarked;
