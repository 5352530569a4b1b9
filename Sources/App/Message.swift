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
  /// Records that may be asked for next.
  case readAhead([Record])
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
  /// All of the letters were worked out.
  case lettersWritten(DraftLayer, of: LettersQuestion)
  /// What is like the record with this key was found.
  case similar([TriageScreen.Similar], key: String)
  /// A programme's year was read.
  case reviewed(ReviewSheet)
  case versions(VersionsNews)
  /// Nothing came for a moment while an input method's keys were open.
  case idle
  /// The saved views were read: those of the register and the person's own.
  case views(SavedViewsNews)
  /// Keys were heard in between: the saved views are counted on.
  case countViews
  case calendar(WorkingCalendar)
  /// The register is shown as it was on a day, or as it is again.
  case travelled(Day?, [ChunkNews], [RegisterProblem])
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
  /// The files beside the records that were altered with them.
  package var files: [String]
  /// The local time, `09:41`.
  package var clock: String

  package init(
    deed: Deed, records: [Record], batch: String = "", chunks: [ChunkNews], files: [String] = [],
    clock: String
  ) {
    self.deed = deed
    self.files = files
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

/// What was found out of the former versions that are kept.
package enum VersionsNews: Equatable, Sendable {
  /// Which there are.
  case listed([KeptVersion])
  /// What they have otherwise than the register.
  case compared([ComparedVersion])
  case planned(RestoringPlan)
}

/// Work for the world outside, asked for as a value, so that a test can compare it.
package enum Effect: Equatable, Sendable {
  /// Read one record whole; answered at once.
  case open(slot: Int, key: String)
  /// What the action would do to each; answered by ``Message/previewed(_:)``. Alters nothing.
  case preview(Action, [RecordAddress], isForced: Bool)
  /// The action on all of them as one batch, or on none; `why` is the reason for forcing it.
  case actOnMany(Action, [RecordAddress], why: String?)
  /// `seen` are the record's newest changes when the person saw it; empty for those there are.
  case act(Action, slot: Int, key: String, seen: [Change.ID] = [])
  case undo, redo
  /// Put a text on the terminal's clipboard.
  case copy(String)
  /// Give a text to the person's editor; answered by ``Message/editedOutside(_:)``.
  case editOutside(String)
  /// New records, all or none; `why` goes into their history.
  case create([RecordDraft], why: String? = nil)
  /// What reading quick-add lines needs; answered with `entryReady`, at once if it is waited for.
  case prepareEntry(today: Day, isWaitedFor: Bool = true)
  /// Read records whole; answered at once with `recordsRead`.
  case read([RecordAddress])
  /// Work all of the letters out; answered with `lettersWritten`.
  case writeLetters(LettersQuestion)
  /// Look for what is like a record; answered with `similar`, unless another is asked about before
  /// its turn has come.
  case findSimilar(LikenessQuestion)
  /// Read a programme's year; answered at once with `reviewed`.
  case review(programme: String, year: Int, today: Day)
  /// Close it for good; answered with `saved`, where records changed, and `reviewed`.
  case closeReview(programme: String, year: Int, today: Day)
  /// Which former versions are kept; answered with `versions`, listed.
  case versions
  /// Read these and compare them; answered with `versions`, compared.
  case compareVersions([String])
  /// What restoring one would do; answered with `versions`, planned.
  case planRestoring(String)
  case restoreVersion(String)
  /// Read again what others changed.
  case reload
  case editViews(SavedViewEdit, in: ViewHome)
  /// Ask for ``Message/countViews`` when the person's keys are answered.
  case countViews
  /// Keep this for the next time.
  case remember(RememberedState)
  /// Show the register as it was on a day; nil for as it is.
  case travel(Day?)
  case quit
}

/// The saved views as they are kept now.
package struct SavedViewsNews: Equatable, Sendable {
  package var shared: [SavedView]
  package var own: [SavedView]
  /// What was done to them just now, by this person.
  package var deed: SavedViewEdit?
  package var home = ViewHome.shared
  package var problems: [RegisterProblem] = []

  package init(shared: [SavedView], own: [SavedView]) {
    self.shared = shared
    self.own = own
  }
}
