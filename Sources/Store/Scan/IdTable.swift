internal import Model

/// Finds the place of an id from its bytes, without making a string of them.
struct IdTable: Sendable {
  /// Index + 1 into the ids; 0 where a slot is free. The length is a power of two.
  private let slots: [UInt16]
  /// All ids, one behind the other, and where each begins; the last entry is the end.
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ names: [String]) {
    var size = 16
    while size < names.count * 2 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    var bytes: [UInt8] = []
    var starts = [0]
    for name in names {
      bytes += Array(name.utf8)
      starts.append(bytes.count)
    }
    for index in names.indices where index < 0xF000 {
      var slot = IdTable.hash(bytes[starts[index]..<starts[index + 1]]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
    (self.slots, self.bytes, self.starts) = (slots, bytes, starts)
  }

  func place(of id: UnsafeBufferPointer<UInt8>) -> EntryPlace? {
    var slot = IdTable.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      let known = starts[index]..<starts[index + 1]
      if known.count == id.count && bytes[known].elementsEqual(id) { return EntryPlace(index) }
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
