/** Writes what the analysis says: tables for machines and people, charts, one page to read. */
package io.squeezelab.report;
