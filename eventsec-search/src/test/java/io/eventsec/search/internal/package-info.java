/** Tests of what the search adapter is made of. */
@NullMarked
package io.eventsec.search.internal;

import org.jspecify.annotations.NullMarked;
