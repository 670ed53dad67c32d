/** Results in the formats of other programs: CSV, Parquet, TensorBoard, MLflow. */
package io.squeezelab.export;
