package io.squeezelab.train;

import ai.djl.ndarray.NDManager;
import io.squeezelab.data.Data;
import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.Bind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/**
 * Reads an image folder for pictures.py: arguments are the set, as in experiment files, the readers
 * and the batch. Each line of standard input asks for one epoch of training images; the answer is
 * how many there were. Compiled, not run as a source: a store is no public class.
 */
final class PictureClock {
  private PictureClock() {}

  public static void main(String[] arguments) throws IOException {
    Data data = Bind.inline(Data.class, arguments[0]);
    Shelf shelf = new Shelf(List.of(), Integer.parseInt(arguments[1]));
    int batch = Integer.parseInt(arguments[2]);
    Torch.start(Hardware.CPU, 1);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    try (NDManager manager = Torch.manager(Hardware.CPU);
        Store store = Store.of(manager, data.load(Data.Split.TRAIN, shelf), data, 0)) {
      System.out.println(data.load(Data.Split.TRAIN, shelf).decoder());
      for (int epoch = 1; lines.readLine() != null; epoch++) {
        store.shuffle(0, epoch, data.augment());
        int seen = 0;
        for (; seen + batch <= store.count(); seen += batch) {
          try (NDManager step = manager.newSubManager()) {
            store.shuffled(step, seen, batch);
          }
        }
        System.out.println(seen);
      }
    }
  }
}
