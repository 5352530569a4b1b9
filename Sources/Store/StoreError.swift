package import Model

/// What stopped the store; nothing was altered then.
package enum StoreError: Error, Hashable, Sendable {
  case problem(RegisterProblem)
  /// The record with this code may not be altered so.
  case refused(code: String, ActionError)
  case undoConflict(UndoConflict)
  /// A new record lacks what no record may lack; `index` is its place among the drafts.
  case incomplete(index: Int, [Field])
  /// A programme's year may not be closed so.
  case review(ReviewError)
  /// A new record bears the mark of a state secret; `index` is its place among the drafts.
  case secretMark(index: Int, SecretMark)
  /// A merge of copies cannot be taken back, or done again, whole; so it is not at all.
  case mergeStays(MergeObstacle)
  case nothingToUndo
  case nothingToRedo
}
