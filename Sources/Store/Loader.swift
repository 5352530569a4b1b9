internal import CSystem
internal import Glibc
package import Model
internal import Synchronization

/// Reads all follow-up files on several threads, each file as one unit.
package final class Loader: Sendable {
  private let folder: String
  private let tables: ScanTables
  /// For what is read one by one afterwards: what it has folded of the registry stays folded.
  private let spare: Mutex<FollowUpScanner>
  private let reader = Mutex(JSONReader())

  package init(folder: RegisterFolder, registry: Registry) {
    self.folder = folder.path
    tables = ScanTables(registry)
    spare = Mutex(FollowUpScanner(tables: tables))
  }

  var registry: Registry { tables.registry }

  /// Reads one file now.
  package func scan(_ path: String) -> ScannedFile {
    spare.withLock { $0.scan(path, in: folder) }
  }

  /// A scanner for several files in a row: making one costs more than scanning a small file.
  func scanner() -> FollowUpScanner { FollowUpScanner(tables: tables) }

  func scan(bytes: [UInt8], as path: String, stamp: FileStamp?) -> ScannedFile {
    spare.withLock { $0.scan(bytes: bytes, as: path, stamp: stamp) }
  }

  /// The whole of one value. A reader of its own for each would cost more than reading it.
  func value(of bytes: [UInt8]) throws(JSONError) -> Value {
    try reader.withLock { reader throws(JSONError) in
      try reader.read(bytes)
      return reader.withRoot(\.value)
    }
  }

  /// The chunks of records that are in no file, or differ from it, each by itself; nil where one
  /// cannot be used. About 30 µs each, and of many on two threads.
  func scan(_ records: [Record]) -> [Chunk]? {
    guard records.count >= Threads.many else {
      return spare.withLock { scanner in
        let chunks = records.compactMap { Loader.chunk(of: $0, &scanner) }
        return chunks.count == records.count ? chunks : nil
      }
    }
    let halves = Threads.halves(records) { half in
      var scanner = FollowUpScanner(tables: tables)
      return half.compactMap { Loader.chunk(of: $0, &scanner) }
    }
    return halves.count == records.count ? halves : nil
  }

  private static func chunk(of record: Record, _ scanner: inout FollowUpScanner) -> Chunk? {
    let bytes = CanonicalWriter.line(.list([RecordCoding.outline(record)]))
    return scanner.scan(bytes: bytes, as: "", stamp: nil).chunk
  }

  /// Reads every file and gives each to `deliver` as soon as it is there, on the thread that read
  /// it, in no order; comes back when all are delivered. What need not be read comes out of `index`.
  func scanAll(
    _ files: [String], threads: Int, index: ListIndex? = nil,
    deliver: @Sendable (_ slot: Int, ScannedFile) -> Void
  ) {
    let next = Atomic(0)
    Threads.together(max(1, min(threads, files.count))) { _ in
      var scanner = FollowUpScanner(tables: tables)
      while true {
        let slot = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard slot < files.count else { return }
        if let file = index.flatMap({ indexed(files[slot], in: $0) }) {
          deliver(slot, file)
          continue
        }
        if index == nil, slot + Loader.ahead < files.count {
          csys_read_ahead(folder + "/" + files[slot + Loader.ahead])
        }
        deliver(slot, scanner.scan(files[slot], in: folder))
      }
    }
  }

  private func indexed(_ path: String, in index: ListIndex) -> ScannedFile? {
    var status = stat()
    guard stat(folder + "/" + path, &status) == 0 else { return nil }
    let stamp = FileStamp(status)
    return index.chunk(path, stamp: stamp).map {
      ScannedFile(path: path, stamp: stamp, chunk: $0, problems: [])
    }
  }

  /// How many files ahead the system is asked to read: that halves a start from a cold disk.
  private static let ahead = 16
}
