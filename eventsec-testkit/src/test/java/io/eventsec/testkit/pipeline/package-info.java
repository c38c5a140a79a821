/** The pipelines of the core, stepped over the in-memory ports with failures at every point. */
@NullMarked
package io.eventsec.testkit.pipeline;

import org.jspecify.annotations.NullMarked;
