/** How pipelines are read, and how they change a rule. */
@NullMarked
package io.eventsec.core.sigma.pipeline.internal;

import org.jspecify.annotations.NullMarked;
