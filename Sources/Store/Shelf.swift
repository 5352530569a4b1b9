internal import Glibc
package import Model

/// One follow-up file as the store last read it, with the changes that are not in it yet.
struct Shelf {
  let path: String
  /// nil while the file is not there.
  var stamp: FileStamp?
  /// The rows of the file's own bytes; nil while it cannot be used.
  var onDisk: Chunk?
  /// What the interface shows: the file with its pending records.
  var shown: Chunk? {
    didSet { if shown !== oldValue { entryPart = nil } }
  }
  /// What quick-add lines need of it; nil until that was read.
  var entryPart: EntryPart?
  /// Records with changes that are in the journal only, by key.
  var pending: [String: Record] = [:]
  var problems: [RegisterProblem] = []

  /// A file that is there and cannot be used is never written to.
  var isInTrouble: Bool { stamp != nil && onDisk == nil }
}

/// A file's rows as they are now, for whoever shows them.
package struct ShelfUpdate: Sendable, Equatable {
  package let slot: Int
  package let chunk: Chunk?

  package init(slot: Int, chunk: Chunk?) {
    self.slot = slot
    self.chunk = chunk
  }
}
