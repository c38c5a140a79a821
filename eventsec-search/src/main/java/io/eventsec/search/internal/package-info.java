/** How the search adapter speaks to OpenSearch. Nobody else's. */
@NullMarked
package io.eventsec.search.internal;

import org.jspecify.annotations.NullMarked;
