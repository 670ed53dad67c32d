/**
 * The words of a cell in a notebook: run an experiment, read its results, see tables and charts.
 */
package io.squeezelab.notebook;
