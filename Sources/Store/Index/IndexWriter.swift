internal import Glibc
internal import Model

/// Writes an index beside the old one and puts it in its place.
struct IndexWriter {
  private let descriptor: Int32
  private let path: String
  private var written = 0

  /// A follow-up file and what is to be kept of it.
  private struct File {
    let path: String
    let stamp: FileStamp
    let kept: KeptChunk
  }

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
      let files = shelves.filter(\.problems.isEmpty).compactMap { shelf -> File? in
        guard let stamp = shelf.stamp, let kept = shelf.onDisk?.kept else { return nil }
        return File(path: shelf.path, stamp: stamp, kept: kept)
      }
      var writer = IndexWriter(descriptor: descriptor, path: temporary)
      try writer.write(files, basis)
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

  private mutating func write(_ files: [File], _ basis: IndexBasis) throws(RegisterProblem) {
    var header = IndexLayout.Header()
    try write(withUnsafeBytes(of: header) { Array($0) })
    var entries = files.map(entry)
    for (place, file) in files.enumerated() {
      entries[place].textAt = UInt64(written)
      try write(file.kept.text)
    }
    for (place, file) in files.enumerated() {
      entries[place].foldedAt = UInt64(written)
      try write(file.kept.folded)
    }
    header.texts = UInt64(written)
    for (place, file) in files.enumerated() {
      let solid = solid(file.kept)
      entries[place].solidAt = UInt64(written)
      entries[place].sum = solid.withUnsafeBytes(Checksum.sum64)
      try write(solid)
    }
    let paths = files.flatMap(\.path.utf8)
    let tail = entries.withUnsafeBytes { Array($0) } + paths + basis.bytes
    (header.tail, header.entries) = (UInt64(written), UInt64(entries.count))
    (header.paths, header.basis) = (UInt64(paths.count), UInt64(basis.bytes.count))
    header.sum = tail.withUnsafeBytes(Checksum.sum64)
    try write(tail)
    written = 0
    try write(withUnsafeBytes(of: header) { Array($0) })
  }

  private func entry(_ file: File) -> IndexLayout.Entry {
    let (kept, stamp) = (file.kept, file.stamp)
    return IndexLayout.Entry(
      inode: stamp.inode, size: stamp.size, modified: stamp.modified,
      path: UInt32(file.path.utf8.count), rows: UInt32(kept.rows.count),
      binned: UInt32(kept.binned.count), ids: UInt32(kept.ids.count),
      slots: UInt32(kept.slots.count), names: UInt32(IndexLayout.names(kept).count),
      conflicts: UInt32(kept.conflicts), text: UInt32(kept.text.count),
      folded: UInt32(kept.folded.count))
  }

  /// All but the texts, in the order in which it is read.
  private func solid(_ kept: KeptChunk) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ list: [some BitwiseCopyable]) { list.withUnsafeBytes { bytes += $0 } }
    add(kept.rows)
    add(kept.binned)
    add(kept.ids)
    add(kept.hashes.keys)
    add(kept.hashes.codes)
    add(kept.slots)
    add(IndexLayout.names(kept))
    return bytes
  }

  private mutating func write(_ bytes: FixedBytes) throws(RegisterProblem) {
    try write(bytes[0..<bytes.count])
  }

  private mutating func write(_ bytes: [UInt8]) throws(RegisterProblem) {
    try Posix.write(bytes, to: descriptor, at: written, path: path)
    written += bytes.count
  }
}
