internal import Glibc
internal import Synchronization

/// Threads of the system, and no more of them than asked for: a queue of Dispatch keeps one that
/// wakes every second for as long as the program lives.
package enum Threads {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` with 0 up to `count`, each on a thread of its own, the last on this one; comes back
  /// when all are done. Where the system gives no thread, this one does the work.
  package static func together(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let others = (0..<max(0, count - 1)).compactMap { index -> pthread_t? in
        guard let thread = make({ body(index) }) else {
          body(index)
          return nil
        }
        return thread
      }
      body(max(0, count - 1))
      for thread in others { pthread_join(thread, nil) }
    }
  }

  /// What `body` makes of the two halves of a list, on a thread each, in order.
  static func halves<Element: Sendable, Made: Sendable>(
    _ list: [Element], _ body: @Sendable (ArraySlice<Element>) -> [Made]
  ) -> [Made] {
    let made = Mutex<(first: [Made], second: [Made])>(([], []))
    let middle = list.count / 2
    together(2) { part in
      let half = body(part == 0 ? list[..<middle] : list[middle...])
      made.withLock { if part == 0 { $0.first = half } else { $0.second = half } }
    }
    return made.withLock { $0.first + $0.second }
  }

  /// From so many records on a second thread is worth its start.
  static let many = 64

  /// Runs `body` on a thread of its own, and does not wait for it.
  package static func start(_ body: @escaping @Sendable () -> Void) {
    guard let thread = make(body) else { return body() }
    pthread_detach(thread)
  }

  private static func make(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      return nil
    }
    return thread
  }
}
