/** What every HTTP exchange has: correlation id, security headers, problems, JSON. */
@NullMarked
package io.eventsec.app.http;

import org.jspecify.annotations.NullMarked;
