internal import Glibc
internal import Model

/// Writes an index beside the old one and puts it in its place.
struct IndexWriter {
  private let descriptor: Int32
  private let path: String
  private var written = MemoryLayout<IndexLayout.Header>.stride
  private var entries: [IndexLayout.Entry] = []
  private var paths: [UInt8] = []

  /// Files that something is wrong with are left out: it is said at each start.
  static func write(
    _ shelves: [Shelf], to path: String, _ basis: IndexBasis
  ) throws(RegisterProblem) {
    let folder = Posix.parent(of: path)
    try Posix.makeFolders(folder)
    SafeFile.sweep(folder)
    let temporary = SafeFile.temporary(for: path)
    unlink(temporary)
    let descriptor = try Posix.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    defer { close(descriptor) }
    do throws(RegisterProblem) {
      var writer = IndexWriter(descriptor: descriptor, path: temporary)
      for shelf in shelves where shelf.problems.isEmpty {
        guard let stamp = shelf.stamp, let kept = shelf.onDisk?.kept else { continue }
        try writer.add(shelf.path, stamp, kept)
      }
      try writer.end(basis)
      // Or a power cut could leave a file of the right length with nothing in it.
      try Posix.sync(descriptor, path: temporary)
      try Posix.rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private init(descriptor: Int32, path: String) {
    (self.descriptor, self.path) = (descriptor, path)
  }

  private mutating func add(
    _ file: String, _ stamp: FileStamp, _ kept: KeptChunk
  ) throws(RegisterProblem) {
    var solid: [UInt8] = []
    func add(_ list: [some BitwiseCopyable]) { list.withUnsafeBytes { solid += $0 } }
    add(kept.rows)
    add(kept.binned)
    add(kept.ids)
    add(kept.hashes.keys)
    add(kept.hashes.codes)
    add(kept.slots)
    let names = IndexLayout.names(kept)
    add(names)
    entries.append(
      IndexLayout.Entry(
        inode: stamp.inode, size: stamp.size, modified: stamp.modified, offset: UInt64(written),
        sum: solid.withUnsafeBytes(Checksum.sum64), path: UInt32(file.utf8.count),
        rows: UInt32(kept.rows.count), binned: UInt32(kept.binned.count),
        ids: UInt32(kept.ids.count), slots: UInt32(kept.slots.count), names: UInt32(names.count),
        conflicts: UInt32(kept.conflicts), text: UInt32(kept.text.count),
        folded: UInt32(kept.folded.count)))
    paths += file.utf8
    solid.append(0..<kept.text.count, of: kept.text)
    solid.append(0..<kept.folded.count, of: kept.folded)
    try write(solid)
  }

  private mutating func end(_ basis: IndexBasis) throws(RegisterProblem) {
    let tail = entries.withUnsafeBytes { Array($0) } + paths + basis.bytes
    let header = IndexLayout.Header(
      entries: UInt64(entries.count), tail: UInt64(written), paths: UInt64(paths.count),
      basis: UInt64(basis.bytes.count), sum: tail.withUnsafeBytes(Checksum.sum64))
    try write(tail)
    written = 0
    try write(withUnsafeBytes(of: header) { Array($0) })
  }

  private mutating func write(_ bytes: [UInt8]) throws(RegisterProblem) {
    try Posix.write(bytes, to: descriptor, at: written, path: path)
    written += bytes.count
  }
}
