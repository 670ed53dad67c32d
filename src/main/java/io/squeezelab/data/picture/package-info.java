/** Picture files to pixels: decoding, cutting, resampling, colours. Knows nothing of data sets. */
package io.squeezelab.data.picture;
