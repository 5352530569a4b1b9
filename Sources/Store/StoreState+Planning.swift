internal import Model

extension StoreState {
  /// What `action` would do to each record by itself; refusals are kept with their reasons.
  ///
  /// About 80 µs a record. Nothing is written.
  mutating func plan(
    _ action: Action, on addresses: [RecordAddress], as signature: Signature, force: Bool
  ) -> [PlannedLine] {
    addresses.flatMap { address -> [PlannedLine] in
      do throws(StoreError) {
        return try lines(of: action, on: address, as: signature, force: force)
      } catch {
        return [refused(address, error)]
      }
    }
  }

  private mutating func lines(
    of action: Action, on address: RecordAddress, as signature: Signature, force: Bool
  ) throws(StoreError) -> [PlannedLine] {
    try drafts(
      of: action, on: [address], as: signature, at: signature.now, force: force, why: nil
    ).map { draft in
      // What the plan shows is what the person sees when the action is then done.
      let shown = RecordAddress(
        slot: draft.address.slot, key: draft.address.key, seen: draft.record.newest)
      return PlannedLine(
        shown, code: draft.record.code, title: StoreState.title(draft.record),
        edits: draft.edits, forced: draft.forced, isOtherEnd: draft.address != address)
    }
  }

  private mutating func refused(_ address: RecordAddress, _ error: StoreError) -> PlannedLine {
    let record = try? current(address)
    let code = record?.code ?? address.key
    let refusal: PlannedLine.Refusal =
      switch error {
      case .refused(_, let reason): .action(reason)
      case .problem(let problem): .problem(problem)
      case .secretMark(_, let mark): .action(.secretMark(mark))
      case .undoConflict, .incomplete, .review, .mergeStays, .nothingToUndo, .nothingToRedo:
        .problem(.recordGone(code: code))
      }
    return PlannedLine(
      address, code: code, title: record.map(StoreState.title) ?? "—", refusal: refusal)
  }

  private static func title(_ record: Record) -> String { record.fields[.title].text ?? "—" }
}
