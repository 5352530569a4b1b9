/// What was done to a register, as undo and redo see it: batches in the order they were made.
package struct UndoHistory: Hashable, Sendable {
  /// One batch as it is found in the changes.
  package struct Entry: Hashable, Sendable {
    package var batch: String
    package var at: Moment
    package var undoes: String?

    package init(batch: String, at: Moment, undoes: String? = nil) {
      self.batch = batch
      self.at = at
      self.undoes = undoes
    }
  }

  /// The batch that undo takes back next; nil when there is none.
  package private(set) var undoable: Entry?
  /// The undo that redo takes back next; nil when there is none, as after any new change.
  package private(set) var redoable: Entry?

  /// - Parameter entries: Each batch once, in any order.
  package init(_ entries: [Entry]) {
    var done: [Entry] = []
    var undone: [Entry] = []
    var kindOfUndo: Set<String> = []
    for entry in entries.sorted(by: { ($0.at, $0.batch) < ($1.at, $1.batch) }) {
      guard let target = entry.undoes else {
        done.append(entry)
        undone = []
        continue
      }
      if kindOfUndo.contains(target) {
        undone.removeAll { $0.batch == target }
        done.append(entry)
      } else {
        kindOfUndo.insert(entry.batch)
        done.removeAll { $0.batch == target }
        undone.append(entry)
      }
    }
    undoable = done.last
    redoable = undone.last
  }
}

/// Why a batch could not be taken back: somebody has changed what it changed.
package struct UndoConflict: Error, Hashable, Sendable {
  package var code: String
  package var field: String
  package var by: String
  package var at: Moment
}

extension Record {
  /// The edits that take back what `batch` did to this record, newest change first.
  ///
  /// A record is never unmade: where the batch made it, it goes into the bin `today`.
  ///
  /// With `isLenient` what does not stand any more as the batch left it is left alone.
  ///
  /// - Throws: ``UndoConflict`` if a field does not stand as the batch left it any more.
  package func edits(
    undoing batch: String, today: Day, isLenient: Bool = false
  ) throws(UndoConflict) -> [Edit] {
    var edits: [Edit] = []
    var standing = fields
    for change in changes.reversed() where change.batchOrSelf == batch {
      if change.after.isEmpty {
        let bin = Edit.set(.binned, from: standing[.binned], to: .text(today.iso))
        standing.apply(bin)
        edits.append(bin)
        continue
      }
      for edit in change.edits.reversed() {
        guard let inverse = edit.inverse else { continue }
        guard standing.stands(after: edit) else {
          if isLenient { continue }
          throw conflict(over: edit, after: change)
        }
        standing.apply(inverse)
        edits.append(inverse)
      }
    }
    return edits
  }

  private func conflict(over edit: Edit, after change: Change) -> UndoConflict {
    let later = changes.last { later in
      Change.isInOrder(change, later) && later.edits.contains { $0.field == edit.field }
    }
    let other = later ?? change
    return UndoConflict(code: code, field: edit.field ?? "", by: other.by, at: other.at)
  }
}

extension Fields {
  /// Whether the fields are as `edit` left them.
  fileprivate func stands(after edit: Edit) -> Bool {
    switch edit {
    case .set(let field, _, let to): self[name: field] == (to.isEmpty ? .null : to)
    case .alter(let field, let remove, let add):
      add.allSatisfy(self[name: field].elements.contains)
        && !remove.contains(where: self[name: field].elements.contains)
    case .unknown: true
    }
  }
}
