package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads event files by another way than they are written: sums checked, fields by number. */
final class EventFile {
  /** A value of an event: {@code number} of a scalar, {@code fields} of anything else. */
  record Value(double time, long step, String tag, float number, UnknownFieldSet fields) {}

  private EventFile() {}

  static List<Value> read(byte[] file) throws InvalidProtocolBufferException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<Value> values = new ArrayList<>();
    UnknownFieldSet first = UnknownFieldSet.parseFrom(record(bytes));
    assertEquals("brain.Event:2", text(first, 3));
    while (bytes.hasRemaining()) {
      UnknownFieldSet event = UnknownFieldSet.parseFrom(record(bytes));
      UnknownFieldSet value = inner(inner(event, 5), 1);
      float number =
          value.hasField(2)
              ? Float.intBitsToFloat(value.getField(2).getFixed32List().get(0))
              : Float.NaN;
      values.add(new Value(number(event, 1), whole(event, 2), text(value, 1), number, value));
    }
    return values;
  }

  private static byte[] record(ByteBuffer bytes) {
    byte[] head = new byte[8];
    bytes.get(head);
    check(head, bytes.getInt());
    byte[] record = new byte[(int) ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong()];
    bytes.get(record);
    check(record, bytes.getInt());
    return record;
  }

  private static void check(byte[] of, int masked) {
    CRC32C crc = new CRC32C();
    crc.update(of);
    long sum = crc.getValue();
    long turned = (sum >> 15 | sum << 17) & 0xffffffffL;
    assertEquals((turned + 0xa282ead8L) & 0xffffffffL, Integer.toUnsignedLong(masked));
  }

  static UnknownFieldSet inner(UnknownFieldSet set, int field)
      throws InvalidProtocolBufferException {
    return UnknownFieldSet.parseFrom(bytes(set, field));
  }

  private static ByteString bytes(UnknownFieldSet set, int field) {
    return set.getField(field).getLengthDelimitedList().get(0);
  }

  static String text(UnknownFieldSet set, int field) {
    return bytes(set, field).toStringUtf8();
  }

  static double number(UnknownFieldSet set, int field) {
    return Double.longBitsToDouble(set.getField(field).getFixed64List().get(0));
  }

  static long whole(UnknownFieldSet set, int field) {
    return set.getField(field).getVarintList().get(0);
  }
}
