/** Draws what the analysis has computed; the only package that knows JFreeChart. */
package io.squeezelab.chart;
