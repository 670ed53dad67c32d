/** A page of a sweep, for browsers on this machine. */
package io.squeezelab.live.web;
