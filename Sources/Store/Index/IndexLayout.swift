internal import Model

/// Where what stands in the file of an index: a header, the texts of each follow-up file as they are
/// shown, then as they are searched, what else its chunk is made of, the entries, paths and basis.
///
/// The texts, which are mapped, stand by themselves: the system maps several pages at a time.
///
/// Numbers and rows stand there as the program has them in memory. Only the program that wrote an
/// index reads it, on the same machine.
enum IndexLayout {
  struct Header: BitwiseCopyable {
    /// "dondocix", and a number that grows with the layout.
    var mark: UInt64 = 0x7869_636F_646E_6F64
    var version: UInt64 = 1
    /// Bytes before the end of the texts, and before the entries.
    var texts: UInt64 = 0
    var tail: UInt64 = 0
    /// How many.
    var entries: UInt64 = 0
    /// Bytes.
    var paths: UInt64 = 0
    var basis: UInt64 = 0
    /// Of all from the entries on.
    var sum: UInt64 = 0
  }

  /// One follow-up file. Lengths of texts are bytes, all others are counts.
  struct Entry: BitwiseCopyable {
    var inode: UInt64 = 0
    var size: Int64 = 0
    var modified: Int64 = 0
    /// Where its texts stand, and all the rest.
    var textAt: UInt64 = 0
    var foldedAt: UInt64 = 0
    var solidAt: UInt64 = 0
    /// Of the rest: texts are not looked at before they are needed.
    var sum: UInt64 = 0
    var path: UInt32 = 0
    var rows: UInt32 = 0
    var binned: UInt32 = 0
    var ids: UInt32 = 0
    var slots: UInt32 = 0
    var names: UInt32 = 0
    var conflicts: UInt32 = 0
    var text: UInt32 = 0
    var folded: UInt32 = 0

    var stamp: FileStamp { FileStamp(inode: inode, size: size, modified: modified) }

    /// Bytes of the rest.
    var solid: Int {
      (Int(rows) + Int(binned)) * (MemoryLayout<Row>.stride + 2 * MemoryLayout<UInt32>.stride)
        + Int(ids) * MemoryLayout<EntryPlace>.stride + Int(slots) * MemoryLayout<UInt32>.stride
        + Int(names)
    }
  }

  /// The keys that a chunk holds as texts of their own: sessions, and records that others go on as.
  static func names(_ kept: KeptChunk) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      add(text.utf8.count)
      bytes += text.utf8
    }
    func add(_ number: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number)) { bytes += $0 }
    }
    add(kept.sessions.count)
    kept.sessions.forEach(add)
    for (row, key) in kept.merged.sorted(by: { $0.key < $1.key }) {
      add(row)
      add(key)
    }
    return bytes
  }
}

/// Reads one thing after the other; gives nil where there is less left.
struct IndexCursor {
  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ length: Int) -> UnsafeRawBufferPointer? {
    guard length >= 0, length <= rest.count else { return nil }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[length...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<length])
  }

  mutating func one<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
    take(MemoryLayout<Value>.stride)?.loadUnaligned(as: type)
  }

  mutating func list<Value: BitwiseCopyable>(_ count: UInt32, of type: Value.Type) -> [Value]? {
    let count = Int(count)
    guard let bytes = take(count * MemoryLayout<Value>.stride) else { return nil }
    return [Value](unsafeUninitializedCapacity: count) { room, filled in
      UnsafeMutableRawBufferPointer(room).copyMemory(from: bytes)
      filled = count
    }
  }

  mutating func text() -> String? {
    one(UInt32.self).flatMap { take(Int($0)) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
