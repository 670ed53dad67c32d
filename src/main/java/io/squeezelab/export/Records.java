package io.squeezelab.export;

import io.squeezelab.spec.From;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TFRecord, the frame of event files: for each record its length, the length's check sum, the
 * record, and its check sum, with little ends first. A check sum is CRC-32C, turned and shifted, so
 * that the sum of data that holds sums is not weak.
 */
@From(
    value = "TensorFlow, TFRecord",
    link = "https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details")
final class Records {
  private static final int MASK = 0xa282ead8;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte[] record) {
    byte[] length = little(Long.BYTES).putLong(record.length).array();
    bytes.writeBytes(length);
    bytes.writeBytes(little(Integer.BYTES).putInt(sum(length)).array());
    bytes.writeBytes(record);
    bytes.writeBytes(little(Integer.BYTES).putInt(sum(record)).array());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int sum(byte[] of) {
    CRC32C crc = new CRC32C();
    crc.update(of);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }
}
