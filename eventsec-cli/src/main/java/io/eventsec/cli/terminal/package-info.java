/** What commands say to people: lines, failures with their cure, exit statuses. */
@NullMarked
package io.eventsec.cli.terminal;

import org.jspecify.annotations.NullMarked;
