import Glibc
import Store
import Synchronization

/// One thread that does what it is given, in order, and sleeps until there is more.
final class Worker: Sendable {
  private let jobs = Mutex<[@Sendable () -> Void]>([])
  private let bell: Pipe

  init() {
    let bell = Pipe()
    self.bell = bell
    Threads.start { [weak self] in
      while bell.wait() {
        guard let job = self?.takeFirst() else { return }
        job()
      }
    }
  }

  deinit { bell.end() }

  func post(_ job: @escaping @Sendable () -> Void) {
    jobs.withLock { $0.append(job) }
    bell.ring()
  }

  /// Waits until all that was posted before is done.
  func finish() {
    let done = Pipe()
    post { done.ring() }
    _ = done.wait()
  }

  private func takeFirst() -> (@Sendable () -> Void)? {
    jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}

/// A pipe whose bytes say no more than that there is something.
final class Pipe: Sendable {
  private let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no pipe to be had: the process has too many files open")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  func ring() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Rings for the last time: there will be no more.
  func end() {
    var last: UInt8 = 0
    _ = write(writing, &last, 1)
  }

  /// Waits for one ring; false when there will be no more.
  func wait() -> Bool {
    var byte: UInt8 = 0
    while true {
      let count = read(reading, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      return count == 1 && byte == 1
    }
  }
}
