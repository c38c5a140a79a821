package io.eventsec.cli.detect;

import io.eventsec.core.correlate.CorrelationStatistics;
import io.eventsec.core.detect.RuleStatistics;
import io.eventsec.core.sigma.SigmaProblem;
import java.util.List;

/**
 * What a run did.
 *
 * @param rules what each rule did, in their order
 * @param correlations what each correlation did
 * @param untimed how many events that correlations need have no time of their own
 * @param skipped rules that did not run, and why
 */
record RunReport(
    DetectCounts counts,
    List<RuleStatistics> rules,
    List<CorrelationStatistics> correlations,
    long untimed,
    List<SigmaProblem> skipped) {}
