/** Events and alerts in OpenSearch: connection, templates, indexing, search and health. */
@NullMarked
package io.eventsec.search;

import org.jspecify.annotations.NullMarked;
