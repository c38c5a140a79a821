/** The rules that come with the product, and a sample capture to see them at work. */
@NullMarked
package io.eventsec.rules;

import org.jspecify.annotations.NullMarked;
