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
  /// The person's editor has ended.
  case editedOutside(OutsideEdit)
  /// Quick-add lines can be read.
  case entryReady(QuickAdd, WorkingCalendar)
  /// What an action would do, as it was asked for.
  case previewed(Plan)
  /// Records that were asked for together; those that cannot be read are left out.
  case recordsRead([Record])
  /// The days off of some years are known.
  case holidays(WorkingCalendar)
  /// The day in force has changed.
  case today(Day)
}

/// What was put on disk, as the app is told.
package struct SavedNews: Equatable, Sendable {
  package enum Deed: Hashable, Sendable {
    case change, create, undo, redo, fold
  }

  package var deed: Deed
  package var records: [Record]
  /// The batch they were changed in.
  package var batch: String
  /// Slots and their chunks.
  package var chunks: [ChunkNews]
  /// The local time, `09:41`.
  package var clock: String

  package init(
    deed: Deed, records: [Record], batch: String = "", chunks: [ChunkNews], clock: String
  ) {
    self.deed = deed
    self.batch = batch
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
  case act(Action, slot: Int, key: String)
  /// What the action would do to each; answered by ``Message/previewed(_:)``. Alters nothing.
  case preview(Action, [RecordAddress], isForced: Bool)
  /// The action on all of them as one batch, or on none; `why` is the reason for forcing it.
  case actOnMany(Action, [RecordAddress], why: String?)
  case undo, redo
  /// Put a text on the terminal's clipboard.
  case copy(String)
  /// Give a text to the person's editor; answered by ``Message/editedOutside(_:)``.
  case editOutside(String)
  /// New records, all or none.
  case create([RecordDraft])
  /// What reading quick-add lines needs; answered at once with `entryReady`.
  case prepareEntry(today: Day)
  /// Read records whole; answered at once with `recordsRead`.
  case read([RecordAddress])
  /// The days off around a year; answered at once with `holidays`.
  case readHolidays(ClosedRange<Int>)
  /// Read again what others changed.
  case reload
  case quit
}
