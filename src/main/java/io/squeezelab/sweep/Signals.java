package io.squeezelab.sweep;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a process does when it is asked to end: by the keys Ctrl and C, by a terminal that closes,
 * by a batch system. A shutdown hook would see the first signal alone, so they are taken one by
 * one. A signal that the process was started to ignore, as {@code nohup} does, stays ignored.
 */
public final class Signals implements AutoCloseable {
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
  private static final Set<Signals> OPEN = ConcurrentHashMap.newKeySet();

  private final Map<Object, Object> before = new HashMap<>();
  private final AtomicBoolean come = new AtomicBoolean();
  private final Runnable first;
  private final Runnable second;
  private Thread hook;

  /**
   * From now on until it is closed.
   *
   * @param first at the first signal, on a thread of its own
   * @param second at every other one; may end the process. Where the Java runtime tells of no
   *     signals: at the first one already, in a process that ends
   */
  public Signals(Runnable first, Runnable second) {
    this.first = first;
    this.second = second;
    OPEN.add(this);
    try {
      for (String name : NAMES) {
        take(name);
      }
    } catch (ReflectiveOperationException untold) {
      hook = new Thread(second, "stop");
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  /**
   * The same as a first signal, by a program that is asked in other ways, as a notebook is: at most
   * once for each that is open.
   *
   * @return whether one is open
   */
  public static boolean ask() {
    List<Signals> open = List.copyOf(OPEN);
    open.stream().filter(one -> one.come.compareAndSet(false, true)).forEach(o -> o.first.run());
    return !open.isEmpty();
  }

  /** Found by name: a compiler warns of a class that is no part of Java's own interface. */
  private void take(String name) throws ReflectiveOperationException {
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object ours =
        Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, this::answer);
    try {
      Object signal =
          Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
      before.put(signal, handle().invoke(null, signal, ours));
    } catch (InvocationTargetException unknown) {
      // this system has no such signal, or the user reserved it with -Xrs
    }
  }

  private static Method handle() throws ReflectiveOperationException {
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Class<?> signal = Class.forName("sun.misc.Signal");
    return signal.getMethod("handle", signal, handler);
  }

  private Object answer(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "handle" -> (come.compareAndSet(false, true) ? first : second).run();
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return proxy == arguments[0];
      }
      default -> {
        return "squeezelab's";
      }
    }
    return null;
  }

  /** The signals do what they did before. */
  @Override
  public void close() {
    OPEN.remove(this);
    try {
      for (Map.Entry<Object, Object> one : before.entrySet()) {
        handle().invoke(null, one.getKey(), one.getValue());
      }
      if (hook != null) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (ReflectiveOperationException | IllegalStateException gone) {
      // the process ends
    }
  }
}
