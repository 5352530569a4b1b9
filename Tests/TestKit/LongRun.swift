import Glibc
import Synchronization

/// A test that may take many minutes, which ends early when nobody waits for it any more: its time is
/// up, or the process that started the tests is gone.
package final class LongRun: Sendable {
  package enum Failure: Error { case givenUp }

  private let parent = getppid()
  private let isCancelled = Atomic(false)

  package init() {}

  package func giveUp() { isCancelled.store(true, ordering: .relaxed) }

  /// To be asked often: one system call.
  package var isGivenUp: Bool { isCancelled.load(ordering: .relaxed) || getppid() != parent }

  package func check() throws(Failure) {
    if isGivenUp { throw .givenUp }
  }
}
