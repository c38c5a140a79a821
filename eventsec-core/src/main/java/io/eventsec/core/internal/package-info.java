/** What several packages of the SDK need and integrators do not: no part of the API. */
@NullMarked
package io.eventsec.core.internal;

import org.jspecify.annotations.NullMarked;
