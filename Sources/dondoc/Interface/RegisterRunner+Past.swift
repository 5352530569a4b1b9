import App
import Model
import Store

extension RegisterRunner {
  /// Reads all files, and posts them as they were at `moment`.
  static func load(_ store: RegisterStore, asOf moment: Moment, into mailbox: Mailbox) {
    var problems = store.registryProblems + store.loadAll(threads: 2) { _, _ in }
    let past = store.past(asOf: moment)
    problems += past.problems
    mailbox.post(.shelved(past.updates.map(ChunkNews.init), []))
    mailbox.post(.loaded(problems))
  }

  /// Posts every file as it was at the end of `day`; without one as it is.
  ///
  /// Done behind the changes that were asked for before, so that none of them is missing.
  mutating func travel(to day: Day?) {
    let end = day.map(surroundings.end)
    past = end
    let (store, mailbox) = (store, mailbox)
    worker.post {
      let (updates, problems) = store.past(asOf: end ?? Moment(milliseconds: .max))
      mailbox.post(.travelled(day, updates.map(ChunkNews.init), problems))
    }
  }
}
