/** Tests of the search adapter, the ITs against a real OpenSearch. */
@NullMarked
package io.eventsec.search;

import org.jspecify.annotations.NullMarked;
