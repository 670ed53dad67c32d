package io.squeezelab.live;

import io.squeezelab.sweep.Job;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The slots of a sweep and what runs on them. */
final class Floor {
  private final List<String> devices;
  private final Map<Integer, Running> running = new TreeMap<>();

  Floor(List<String> devices) {
    this.devices = devices;
  }

  void put(int slot, Running one) {
    running.put(slot, one);
  }

  /** What is known of a job under way; empty for one that is not, whose words come too late. */
  Optional<Running> of(int slot, Job job) {
    return Optional.ofNullable(running.get(slot)).filter(one -> one.job().id().equals(job.id()));
  }

  void clear(int slot) {
    running.remove(slot);
  }

  Collection<Running> running() {
    return running.values();
  }

  int count() {
    int last = running.keySet().stream().mapToInt(slot -> slot + 1).max().orElse(0);
    return Math.max(last, devices.size());
  }

  /** Images a second, of all together. */
  double speed() {
    return running.values().stream()
        .mapToDouble(Running::imagesPerSecond)
        .filter(Double::isFinite)
        .sum();
  }

  List<Slot> slots(long now) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      Running one = running.get(i);
      String device = i < devices.size() ? devices.get(i) : "";
      slots.add(new Slot(i + 1, device, one == null ? null : one.work(now)));
    }
    return slots;
  }
}
