internal import Model

/// Finds the place of an id from its bytes, without making a string of them.
struct IdTable: Sendable {
  /// Index + 1 into `ids`; 0 where a slot is free. The length is a power of two.
  private let slots: [UInt16]
  private let ids: [[UInt8]]

  init(_ names: [String]) {
    ids = names.map { Array($0.utf8) }
    var size = 16
    while size < ids.count * 2 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (index, id) in ids.enumerated() where index < 0xF000 {
      var slot = IdTable.hash(id) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
    self.slots = slots
  }

  func place(of id: UnsafeBufferPointer<UInt8>) -> EntryPlace? {
    var slot = IdTable.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if ids[index].count == id.count && ids[index].elementsEqual(id) { return EntryPlace(index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
