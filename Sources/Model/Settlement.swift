/// How a conflict is settled.
package enum Settlement: Hashable, Sendable {
  /// As the change with this id has it.
  case side(Change.ID)
  /// By another value than those.
  case value(Value)
}

extension Conflict {
  package var changes: [Change.ID] { sides.map(\.change) }

  /// The side that a batch has to be taken back for: another was chosen over the split or the merge.
  fileprivate func undone(by settlement: Settlement) -> Change.ID? {
    guard matter == .split || matter == .removal, case .side(let chosen) = settlement,
      sides.count == 2, sides[1].change == chosen
    else { return nil }
    return sides[0].change
  }
}

extension Record {
  /// The batch that `settlement` takes back whole, on every record it altered; nil for none.
  package func batchTakenBack(_ matter: Conflict.Matter, _ settlement: Settlement) -> String? {
    let undone = conflicts.filter { $0.matter == matter }.compactMap { $0.undone(by: settlement) }
    guard let id = undone.first else { return nil }
    return changes.first { $0.id == id }?.batchOrSelf
  }

  /// What settles the conflicts over `matter`: edits, and the changes they decide.
  ///
  /// There is always an edit, be it to the value in force: so that whoever sees it sees it settled.
  func settling(
    _ matter: Conflict.Matter, _ settlement: Settlement, on day: Day
  ) throws(ActionError) -> ActionOutcome {
    let found = conflicts.filter { $0.matter == matter }
    guard !found.isEmpty else { throw .noConflict(matter) }
    var chosen: Conflict.Side?
    if case .side(let id) = settlement {
      chosen = found.lazy.flatMap(\.sides).first { $0.change == id }
      if chosen == nil { throw .noConflict(matter) }
    }
    let sides = Set(found.flatMap(\.changes))
    var outcome = ActionOutcome(edits: [])
    outcome.settles = changes.map(\.id).filter(sides.contains)
    switch matter {
    case .field(let field):
      let value = chosen?.value ?? settlement.ownValue
      outcome.edits = [.set(field: field, from: fields[name: field], to: value)]
      if field == Field.status.rawValue {
        outcome.edits += companions(of: settlement, against: sides, on: day)
      }
      if field == Field.due.rawValue {
        outcome.edits += companionOfDeadline(value, settlement, against: sides)
      }
    case .line(let counterpart):
      let value = chosen?.value ?? settlement.ownValue
      let standing = fields[.counterparts].elements.filter { $0["id"].text == counterpart }
      outcome.edits = [
        .alter(
          field: Field.counterparts.rawValue, remove: standing, add: value.isEmpty ? [] : [value])
      ]
    case .split:
      let without = asIf(without: found.compactMap { $0.sides.last?.change })
      let status: Value =
        if case .value(let value) = settlement { value } else { without[.status] }
      outcome.edits = [.set(.status, from: fields[.status], to: status)]
      if case .side = settlement {
        outcome.edits += Field.withStatus.compactMap { field in
          fields[field] == without[field]
            ? nil : .set(field, from: fields[field], to: without[field])
        }
      }
    case .removal:
      let field: Field = fields[.mergedInto].isEmpty ? .binned : .status
      outcome.edits = [.set(field, from: fields[field], to: fields[field])]
    }
    return outcome
  }

  /// The reason for having no deadline, which stands only where there is none.
  private func companionOfDeadline(
    _ due: Value, _ settlement: Settlement, against sides: Set<Change.ID>
  ) -> [Edit] {
    let field = Field.noDeadlineReason
    var wanted = fields[field]
    if !due.isEmpty {
      wanted = .null
    } else if case .side(let chosen) = settlement {
      wanted = asIf(without: sides.filter { $0 != chosen })[field]
    }
    let touched = changes.filter { sides.contains($0.id) }.flatMap(\.edits).compactMap(\.field)
    guard touched.contains(field.rawValue) || fields[field] != wanted else { return [] }
    return [.set(field, from: fields[field], to: wanted)]
  }

  private func asIf(without ids: [Change.ID]) -> Fields {
    Record.fold(changes.withoutSettlementsTakenBack.filter { !ids.contains($0.id) })
  }

  /// What goes with a status, as it is on the side that was chosen.
  private func companions(
    of settlement: Settlement, against sides: Set<Change.ID>, on day: Day
  ) -> [Edit] {
    var wanted = Fields()
    switch settlement {
    case .side(let chosen): wanted = asIf(without: sides.filter { $0 != chosen })
    case .value(let status):
      wanted[.agreement] = fields[.agreement]
      wanted[.result] = fields[.result]
      wanted[.statusOn] = .text(day.iso)
      if status.text == Status.done.rawValue { wanted[.doneOn] = PartialDate(day).value }
    }
    let touched = changes.filter { sides.contains($0.id) }.flatMap(\.edits).compactMap(\.field)
    return Field.withStatus.filter { touched.contains($0.rawValue) }.map { field in
      .set(field, from: fields[field], to: wanted[field])
    }
  }
}

extension Settlement {
  fileprivate var ownValue: Value {
    if case .value(let value) = self { value } else { .null }
  }
}
