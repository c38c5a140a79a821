/** Tests of processing pipelines. */
@NullMarked
package io.eventsec.core.sigma.pipeline;

import org.jspecify.annotations.NullMarked;
