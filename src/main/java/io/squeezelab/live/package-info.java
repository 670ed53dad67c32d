/** A sweep while it runs: what is known of it, in the terminal, in a file, on a page. */
package io.squeezelab.live;
