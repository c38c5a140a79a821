/** How tenants judge the risk of vulnerabilities: versions of policies, and the one in force. */
@NullMarked
package io.eventsec.persistence.riskpolicy;

import org.jspecify.annotations.NullMarked;
