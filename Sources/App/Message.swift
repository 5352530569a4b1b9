package import Model
package import Terminal

/// Everything that can happen to the app: something from the person, or news from an effect.
package enum Message: Equatable, Sendable {
  case key(KeyPress)
  case paste(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// Files were read, or are shown otherwise now.
  case shelved([ChunkNews], [RegisterProblem])
  /// Every file was read.
  case loaded([RegisterProblem])
  case opened(Record)
  case couldNotOpen(RegisterProblem)
  /// Changes are on disk.
  case saved(SavedNews)
  /// An effect did not do what it should; nothing was altered.
  case refused(sentence: String)
  /// The day in force has changed.
  case today(Day)
}

/// What was put on disk, as the app is told.
package struct SavedNews: Equatable, Sendable {
  package enum Deed: Hashable, Sendable {
    case change, undo, redo, fold
  }

  package var deed: Deed
  package var records: [Record]
  /// Slots and their chunks.
  package var chunks: [ChunkNews]
  /// The local time, `09:41`.
  package var clock: String

  package init(deed: Deed, records: [Record], chunks: [ChunkNews], clock: String) {
    self.deed = deed
    self.records = records
    self.chunks = chunks
    self.clock = clock
  }
}

package struct ChunkNews: Equatable, Sendable {
  package var slot: Int
  /// nil where the file cannot be used.
  package var chunk: Chunk?

  package init(slot: Int, chunk: Chunk?) {
    self.slot = slot
    self.chunk = chunk
  }
}

/// Work for the world outside, asked for as a value, so that a test can compare it.
package enum Effect: Equatable, Sendable {
  /// Read one record whole; answered at once.
  case open(slot: Int, key: String)
  /// `seen` are the record's newest changes when the person saw it; empty for those there are.
  case act(Action, slot: Int, key: String, seen: [Change.ID] = [])
  case undo, redo
  /// Read again what others changed.
  case reload
  case quit
}
