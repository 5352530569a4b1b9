internal import Glibc
internal import Model
internal import Store

/// Measures saving, inside this process, on a register of its own that may be written to.
struct StoreFigures {
  let register: String
  let changes: Int

  /// About what a note comes to as a line of the journal, in bytes.
  private static let lineLength = 450
  private static let bulkRuns = 3

  func measure() throws -> (figures: [Figure: Double], append: Double?) {
    let store = try RegisterStore(register)
    let (loaded, _) = store.load()
    let addresses = StoreFigures.addresses(loaded)
    var (saves, appends): ([Double], [Double]) = ([], [])
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: StoreFigures.lineLength)
    for change in 0...changes {
      if change.isMultiple(of: 20) { waitForQuiet() }
      let address = addresses[change * 7919 % addresses.count]
      let time = try save(store, [address])
      let append = try Disk.appending(line, to: register + "/.append")
      guard change > 0 else { continue }
      saves.append(time)
      appends.append(append)
    }
    unlink(register + "/.append")
    var figures: [Figure: Double] = [:]
    let append = Samples(appends).median
    figures[.change] = Samples(zip(saves, appends).map { $0 - $1 }).median.map { max(0, $0) }
    if addresses.count >= 1000 {
      figures[.bulk] = try Samples(
        (0..<StoreFigures.bulkRuns).map { run in
          waitForQuiet()
          return try save(store, Array(addresses[(run * 1000)..<(run * 1000 + 1000)]))
        }
      ).median
    }
    return (figures, append)
  }

  private func save(_ store: RegisterStore, _ addresses: [RecordAddress]) throws -> Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let moment = Moment(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    let note = Action.note("Đã nhắc đơn vị đầu mối trả lời trước ngày 15.", on: moment.day)
    let start = ContinuousClock.now
    _ = try store.perform(
      note, on: addresses, as: Signature(author: "benchmark", now: moment))
    return (ContinuousClock.now - start).milliseconds
  }

  private static func addresses(_ register: Register) -> [RecordAddress] {
    register.chunks.enumerated().flatMap { slot, chunk in
      chunk.map { chunk in
        chunk.rows.map { RecordAddress(slot: slot, key: chunk.key($0)) }
      } ?? []
    }
  }
}
