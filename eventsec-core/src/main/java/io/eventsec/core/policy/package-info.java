/** What a tenant has decided about the rules that it shares with others. */
@NullMarked
package io.eventsec.core.policy;

import org.jspecify.annotations.NullMarked;
