/** Package URLs: what a package is, where it comes from and which version, in one text. */
@NullMarked
package io.eventsec.core.vuln.purl;

import org.jspecify.annotations.NullMarked;
