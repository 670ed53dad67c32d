/** Turns results into numbers with their uncertainty. Statistics only: no drawing, no engine. */
package io.squeezelab.analysis;
