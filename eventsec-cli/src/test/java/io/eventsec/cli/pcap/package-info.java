/** Tests. */
@NullMarked
package io.eventsec.cli.pcap;

import org.jspecify.annotations.NullMarked;
