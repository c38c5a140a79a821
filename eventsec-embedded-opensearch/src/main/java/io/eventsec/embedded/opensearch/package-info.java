/** The OpenSearch node's own entry point; runs in the node's JVM and nowhere else. */
@NullMarked
package io.eventsec.embedded.opensearch;

import org.jspecify.annotations.NullMarked;
