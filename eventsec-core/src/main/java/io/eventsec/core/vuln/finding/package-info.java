/** What is found: a vulnerability in a component, with all that speaks for it. */
@NullMarked
package io.eventsec.core.vuln.finding;

import org.jspecify.annotations.NullMarked;
