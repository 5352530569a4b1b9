/// Gives the open work of a unit, or of a province's offices, to those that took their places.
///
/// What has ended keeps the names it had. Source: domain.md §2.
package struct HandOver: Hashable, Sendable {
  /// The unit or province that gives, and the one that takes.
  package var from: String
  package var to: String
  package var kind: RegistryKind
  /// Each unit that gives, and the one that takes: of a province all its offices.
  package var units: [String: String]
  package var on: Day
  package var why: String

  package init(
    of unit: String, to successor: String, on day: Day, why: String
  ) {
    (from, to, kind) = (unit, successor, .units)
    units = [unit: successor]
    (on, self.why) = (day, why)
  }

  /// Of a province: each of its offices gives to the office that took its place, as the registry
  /// has it, or to the one with the same name in the province that takes.
  package init(
    ofProvince province: String, to successor: String, in registry: Registry, on day: Day,
    why: String
  ) {
    (from, to, kind) = (province, successor, .provinces)
    units = [:]
    let offices = registry[.units].entries.filter { $0.province == province }
    for office in offices {
      let named = try? registry.successor(of: office.id, in: .units, on: day)
      if let taker = named ?? HandOver.twin(of: office.id, in: successor, province, registry) {
        units[office.id] = taker
      }
    }
    (on, self.why) = (day, why)
  }

  /// `ubnd-kon-tum` in Quảng Ngãi is `ubnd-quang-ngai`.
  private static func twin(
    of office: String, in successor: String, _ province: String, _ registry: Registry
  ) -> String? {
    guard office.hasSuffix(province) else { return nil }
    let twin = office.dropLast(province.count) + successor
    return registry[.units][String(twin)]?.id
  }

  /// Finds the records that it may concern: open, and led, helped or answered for by one of the
  /// units, or of the province.
  package var query: Query {
    var some = units.keys.sorted().flatMap { [Query.lead($0), .with($0), .lineUnit($0)] }
    if kind == .provinces { some.append(.province(from)) }
    return Query.open.and(.some(some))
  }
}

extension HandOver {
  /// The lead, the coordinating units and the counterpart lines with the new names.
  ///
  /// A record stays in its province's file under its code; the province that took over is one it
  /// concerns too.
  func outcome(
    on followUp: FollowUp, _ fields: Fields
  ) throws(ActionError) -> ActionOutcome {
    guard followUp.derivedStatus.isOpen else { throw .nothingChanged }
    var edits = FieldEdits(fields)
    var lead = followUp.lead
    if let unit = lead?.unit, let taker = units[unit] {
      lead?.unit = taker
      edits.set(.lead, lead?.value ?? .null)
    }
    var all = edits.all
    if let edit = coordinating(fields, lead: lead?.unit) { all.append(edit) }
    if let edit = lines(fields) { all.append(edit) }
    if let edit = provinces(followUp, fields) { all.append(edit) }
    guard !all.isEmpty else { throw .nothingChanged }
    return ActionOutcome(edits: all, why: why)
  }

  /// A unit stands there once, and not beside itself as the lead.
  private func coordinating(_ fields: Fields, lead: String?) -> Edit? {
    let old = fields[.coordinating].elements
    let gone = old.filter { value in
      value["id"].text.map { units[$0] != nil || $0 == lead && units.values.contains($0) } ?? false
    }
    var taken = Set(old.filter { !gone.contains($0) }.compactMap { $0["id"].text })
    if let lead { taken.insert(lead) }
    var new: [Value] = []
    for value in gone {
      guard case .object(let members) = value, let id = value["id"].text, let taker = units[id],
        taken.insert(taker).inserted
      else { continue }
      new.append(
        .object(members.map { $0.key == "id" ? Value.Member("id", .text(taker)) : $0 }))
    }
    guard !gone.isEmpty else { return nil }
    return .alter(field: Field.coordinating.rawValue, remove: gone, add: new)
  }

  private func lines(_ fields: Fields) -> Edit? {
    let old = fields[.counterparts].elements.filter { value in
      value["unit"].text.map { units[$0] != nil } ?? false
    }
    let new = old.compactMap { value -> Value? in
      guard case .object(let members) = value, let taker = value["unit"].text.flatMap({ units[$0] })
      else { return nil }
      return .object(members.map { $0.key == "unit" ? Value.Member("unit", .text(taker)) : $0 })
    }
    return old.isEmpty
      ? nil : .alter(field: Field.counterparts.rawValue, remove: old, add: new)
  }

  private func provinces(_ followUp: FollowUp, _ fields: Fields) -> Edit? {
    guard kind == .provinces else { return nil }
    let old = fields[.alsoProvinces].elements.filter { $0["id"].text == from }
    guard followUp.province == from || !old.isEmpty else { return nil }
    let isThere =
      followUp.province == to || followUp.alsoProvinces.contains { $0.id == to }
    let new: [Value] = isThere ? [] : [.object(["id": .text(to)])]
    guard !old.isEmpty || !new.isEmpty else { return nil }
    return .alter(field: Field.alsoProvinces.rawValue, remove: old, add: new)
  }
}
