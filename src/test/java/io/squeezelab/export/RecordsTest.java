package io.squeezelab.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordsTest {

  /** CRC-32C of these digits is e3069283 (RFC 3720 and others); turned and shifted by hand. */
  @Test
  void aCheckSumIsMasked() {
    assertEquals(
        Integer.toHexString(Integer.rotateRight(0xe3069283, 15) + 0xa282ead8),
        Integer.toHexString(Records.sum("123456789".getBytes(US_ASCII))));
  }

  /** As the RecordWriter of the Python package tensorboard 2.21.0 writes it. */
  @Test
  void aRecordIsFramedAsByTensorBoardItself() {
    Records records = new Records();
    records.add("abc".getBytes(US_ASCII));
    assertEquals(
        "0300000000000000b099490e6162636e57f121", HexFormat.of().formatHex(records.bytes()));
  }

  /** The first record of an event file, by the same writer. */
  @Test
  void aFileBeginsWithItsVersion() {
    Records records = new Records();
    records.add(new ProtocolBuffer().number(1, 1772359200.0).text(3, "brain.Event:2").bytes());
    assertEquals(
        "1800000000000000a37f4b2209000000880369da411a0d627261696e2e4576656e743a32af9ae8b6",
        HexFormat.of().formatHex(records.bytes()));
  }

  /** An event with a scalar, by the protocol buffers of that package. */
  @Test
  void aScalarIsWrittenAsByTensorBoardItself() {
    ProtocolBuffer value = new ProtocolBuffer().text(1, "test/top1").single(2, 0.5f);
    ProtocolBuffer event = new ProtocolBuffer().number(1, 1.5).whole(2, 7);
    assertEquals(
        "09000000000000f83f10072a120a100a09746573742f746f7031150000003f",
        HexFormat.of().formatHex(event.message(5, new ProtocolBuffer().message(1, value)).bytes()));
  }
}
