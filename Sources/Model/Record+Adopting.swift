/// What somebody altered in the files with another program, taken up as a change.
extension Record {
  /// Who is named for a change that was made in the files themselves.
  package static let outside = "outside"
  private static let reason = "sửa ngoài chương trình / edited outside"

  /// The change that makes of the history what the fields say; nil where they say the same, or
  /// where an edit that only a newer dondoc knows leaves that open.
  ///
  /// Its id and moment come from the record alone: whoever reads the same file adopts the same
  /// change, however often.
  package var adoption: Change? {
    guard hasOnlyKnownEdits else { return nil }
    let folded = Record.fold(changes)
    guard folded != fields else { return nil }
    let edits = folded.edits(becoming: fields)
    guard !edits.isEmpty else { return nil }
    var hash = StableHash()
    for edit in edits { hash.add(edit.value) }
    for change in changes { hash.add(change.id) }
    return Change(
      id: "\(Record.outside)-\(hash.text)", at: momentOfAdoption, by: Record.outside,
      after: newest, edits: edits, why: Record.reason)
  }

  /// The record with its fields proven: itself, or with ``adoption`` at the end of its history.
  package var adopted: Record {
    guard let adoption else { return self }
    return Record(changes: changes + [adoption])
  }

  /// Right after the newest change; a record that was written by hand has none, and is dated by
  /// what it says itself.
  private var momentOfAdoption: Moment {
    if let last = changes.last { return Moment(milliseconds: last.at.milliseconds + 1) }
    let day = [Field.raisedOn, .statusOn].lazy.compactMap { self.fields[$0].text }
      .compactMap { Day($0) }.first
    return Moment(startOf: day ?? Day(ordinal: 0))
  }

  var hasOnlyKnownEdits: Bool {
    changes.allSatisfy { change in change.edits.allSatisfy { $0.field != nil } }
  }
}

/// FNV-1a in 64 bits: the same on every machine and in every run.
private struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  mutating func add(_ value: Value) {
    switch value {
    case .null: add(1)
    case .bool(let isTrue): add(isTrue ? 2 : 3)
    case .number(let digits):
      add(4)
      add(digits)
    case .text(let text):
      add(5)
      add(text)
    case .list(let items):
      add(6)
      for item in items { add(item) }
      add(7)
    case .object(let members):
      add(8)
      for member in members {
        add(member.key)
        add(member.value)
      }
      add(9)
    }
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
