import Model
import Store
import TestKit
import Testing

/// A store on a sample register, with a clock that a test sets.
struct Desk {
  let register: SampleRegister
  let store: RegisterStore
  private(set) var problems: [RegisterProblem] = []
  private var minutes: Int64 = 0

  init(_ register: SampleRegister) throws {
    store = try RegisterStore(register.path)
    self.register = register
    problems = store.load().problems
  }

  /// A minute later each time.
  mutating func signature(_ author: String = "Lan") -> Signature {
    minutes += 1
    return Desk.signature(minutes: minutes, author)
  }

  static func signature(minutes: Int64, _ author: String = "Lan") -> Signature {
    Signature(author: author, now: Moment(milliseconds: 1_700_000_000_000 + minutes * 60_000))
  }

  mutating func note(_ text: String, on codes: String...) throws {
    let addresses = try codes.map { try address($0, in: store) }
    _ = try store.perform(.note(text, on: day("2023-04-03")), on: addresses, as: signature())
  }

  func record(_ code: String) throws -> Record {
    let address = try address(code, in: store)
    return try store.record(slot: address.slot, key: address.key)
  }
}

func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }

/// Where the record with this code is, as the store shows it now.
func address(_ code: String, in store: RegisterStore) throws -> RecordAddress {
  let (register, _) = store.load()
  let place = try #require(register.place(ofCode: code))
  let (chunk, row) = try #require(register.row(at: place))
  return RecordAddress(slot: Int(place.slot), key: chunk.key(row))
}

/// A record as a store that has just opened the folder reads it.
func freshRecord(_ code: String, in path: String) throws -> Record {
  let store = try RegisterStore(path)
  let address = try address(code, in: store)
  return try store.record(slot: address.slot, key: address.key)
}
