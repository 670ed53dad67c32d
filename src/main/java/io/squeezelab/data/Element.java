package io.squeezelab.data;

import java.nio.ByteBuffer;

/** The types of number that a safetensors file may hold, and each as a float. */
enum Element {
  F64(8, (bytes, at) -> (float) bytes.getDouble(at)),
  F32(4, ByteBuffer::getFloat),
  F16(2, (bytes, at) -> half(bytes.getShort(at))),
  BF16(2, (bytes, at) -> Float.intBitsToFloat(bytes.getShort(at) << 16)),
  I64(8, ByteBuffer::getLong),
  I32(4, ByteBuffer::getInt),
  I16(2, ByteBuffer::getShort),
  I8(1, ByteBuffer::get),
  U32(4, (bytes, at) -> Integer.toUnsignedLong(bytes.getInt(at))),
  U16(2, (bytes, at) -> Short.toUnsignedInt(bytes.getShort(at))),
  U8(1, (bytes, at) -> Byte.toUnsignedInt(bytes.get(at))),
  BOOL(1, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1);

  @FunctionalInterface
  private interface Reader {
    float read(ByteBuffer bytes, int at);
  }

  /** Bytes of one number. */
  final int width;

  private final Reader reader;

  Element(int width, Reader reader) {
    this.width = width;
    this.reader = reader;
  }

  /**
   * @param bytes nothing but the numbers, in little-endian order
   */
  float[] floats(ByteBuffer bytes) {
    float[] numbers = new float[bytes.remaining() / width];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = reader.read(bytes, i * width);
    }
    return numbers;
  }

  /** IEEE 754 binary16; Java has this from version 20 on. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) { // zero, and the numbers below 2^-14, in steps of 2^-24
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * 0x1p-24f));
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 112; // biases 15 and 127
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
