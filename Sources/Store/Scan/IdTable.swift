internal import Model

/// Finds the place of an id from its bytes, without making a string of them.
final class IdTable: Sendable {
  /// Index + 1 of an id; 0 where a slot is free. The length is a power of two.
  private let slots: [UInt16]
  /// All ids, one after the other.
  private let bytes: [UInt8]
  /// Where each id begins in `bytes`, and where the last ends.
  private let starts: [Int]

  init(_ names: [String]) {
    var bytes: [UInt8] = []
    var starts = [0]
    var size = 16
    while size < names.count * 2 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (index, name) in names.enumerated() where index < 0xF000 {
      bytes += name.utf8
      starts.append(bytes.count)
      var slot = IdTable.hash(name.utf8) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
    (self.slots, self.bytes, self.starts) = (slots, bytes, starts)
  }

  func place(of id: UnsafeBufferPointer<UInt8>) -> EntryPlace? {
    var slot = IdTable.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isId(id, at: index) { return EntryPlace(index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isId(_ id: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == id.count else { return false }
    for place in 0..<id.count where bytes[start + place] != id[place] { return false }
    return true
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
