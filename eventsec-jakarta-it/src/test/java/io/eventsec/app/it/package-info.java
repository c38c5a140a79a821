/** The application on a real Liberty with a real PostgreSQL and a real OpenSearch. */
@NullMarked
package io.eventsec.app.it;

import org.jspecify.annotations.NullMarked;
