/** Real PostgreSQL and real OpenSearch as child processes of this one. */
@NullMarked
package io.eventsec.embedded;

import org.jspecify.annotations.NullMarked;
