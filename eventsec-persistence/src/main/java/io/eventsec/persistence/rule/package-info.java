/** The versions of rules that were ever loaded. */
@NullMarked
package io.eventsec.persistence.rule;

import org.jspecify.annotations.NullMarked;
