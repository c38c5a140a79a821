/**
 * Sigma's processing pipelines: they bring rules to the field names and values that events have,
 * and give placeholders their values. Read by {@link
 * io.eventsec.core.sigma.pipeline.PipelineReader}, run by {@link
 * io.eventsec.core.sigma.pipeline.SigmaPipelines}.
 */
@NullMarked
package io.eventsec.core.sigma.pipeline;

import org.jspecify.annotations.NullMarked;
