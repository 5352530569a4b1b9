import App
import Glibc
import Synchronization

/// Where workers leave messages for the event loop, and the pipe that wakes it.
final class Mailbox: Sendable {
  private struct Box {
    var messages: [Message] = []
    var isRung = false
    /// What may wait is not rung for.
    var isHushed = false
  }

  private let box = Mutex(Box())
  private let bell: Int32

  /// Readable as soon as there is a message that may not wait.
  let wake: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(
      pipe(&ends) == 0, "no pipe to be had: the process has too many files open")
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (wake, bell) = (ends[0], ends[1])
  }

  deinit {
    close(wake)
    close(bell)
  }

  /// Whether what may wait lies until something else comes, or the loop looks by itself.
  func hush(_ isHushed: Bool) { box.withLock { $0.isHushed = isHushed } }

  func post(_ message: Message, mayWait: Bool = false) {
    let rings = box.withLock { box in
      box.messages.append(message)
      guard !box.isRung, !(mayWait && box.isHushed) else { return false }
      box.isRung = true
      return true
    }
    guard rings else { return }
    var byte: UInt8 = 1
    _ = write(bell, &byte, 1)
  }

  func takeAll() -> [Message] {
    var drain = [UInt8](repeating: 0, count: 64)
    while read(wake, &drain, drain.count) > 0 {}
    let messages = box.withLock { box in
      defer { (box.messages, box.isRung) = ([], false) }
      return box.messages
    }
    return messages.reduce(into: []) { gathered, message in
      // Files come one by one and are taken up together.
      if case .shelved(let more, let faults) = message,
        case .shelved(let chunks, let problems)? = gathered.last
      {
        gathered[gathered.count - 1] = .shelved(chunks + more, problems + faults)
      } else {
        gathered.append(message)
      }
    }
  }
}
