internal import Vietnamese

/// Whose court the ball is in. Source: features.md §3 idea 5.
package enum Holder: String, CaseIterable, Sendable, BitwiseCopyable {
  /// The office that keeps the register: nobody leads yet.
  case us
  case province
  /// The ministry: its lead unit, or whoever of it is to confirm.
  case ministry
  case otherMinistry
  case foreign

  /// Whether it is for the province's side, which this office belongs to, to act.
  package var isOurs: Bool {
    switch self {
    case .us, .province: true
    case .ministry, .otherMinistry, .foreign: false
    }
  }

  package init(of unit: RegistryEntry) {
    self =
      switch unit.side {
      case .ministry: .ministry
      case .province: .province
      case .other: .otherMinistry
      }
  }
}

/// What a holder follows from.
package struct HolderFacts: Hashable, Sendable {
  package var status: Status
  package var kind: Kind
  package var direction: Direction
  /// The side of the lead unit; nil without one.
  package var lead: Holder?
  /// Who is waited for, as far as the words say.
  package var waitsFor: Holder?
  package var byHand: Holder?

  package init(
    status: Status, kind: Kind, direction: Direction, lead: Holder?, waitsFor: Holder? = nil,
    byHand: Holder? = nil
  ) {
    self.status = status
    self.kind = kind
    self.direction = direction
    self.lead = lead
    self.waitsFor = waitsFor
    self.byHand = byHand
  }

  /// nil for what has ended: nobody is to act.
  package var holder: Holder? {
    guard status.isOpen else { return nil }
    if let byHand { return byHand }
    switch status {
    case .reported: return confirming ?? lead ?? .us
    case .awaitingReply: return waitsFor ?? lead ?? .us
    case .new, .agreed, .assigned, .inProgress, .paused, .carriedOver, .done, .closed,
      .notPursued, .merged:
      return lead ?? .us
    }
  }

  /// The side that asked confirms what was reported. Source: domain.md §4.
  private var confirming: Holder? {
    switch kind {
    case .request: .province
    case .instruction: direction == .joint ? nil : .ministry
    case .commitment: direction == .ministryToProvince ? .province : nil
    case .event, .result: nil
    }
  }
}

/// The sides of all units, by their places in the registry.
package struct UnitSides: Equatable, Sendable {
  private let sides: [Holder]

  package init(_ registry: Registry) { sides = registry[.units].entries.map(Holder.init(of:)) }

  @inline(__always)
  package func holder(of row: Row) -> Holder? {
    let lead: Holder? =
      row.lead == .none
      ? nil : Int(row.lead.raw) < sides.count ? sides[Int(row.lead.raw)] : .otherMinistry
    return HolderFacts(
      status: row.status, kind: row.kind, direction: row.direction, lead: lead,
      waitsFor: row.waitsFor, byHand: row.holder
    ).holder
  }
}

extension FollowUp {
  package func holder(in registry: Registry, waited: WaitedFor) -> Holder? {
    HolderFacts(
      status: derivedStatus, kind: kind, direction: direction,
      lead: lead.map { registry[.units][$0.unit].map(Holder.init(of:)) ?? .otherMinistry },
      waitsFor: waiting.flatMap { waited.holder($0.whom) }, byHand: holder
    ).holder
  }
}

/// Tells from words such as "phía Quảng Tây" or "UBBGQG" who is waited for.
///
/// Names and abbreviations of the registry are looked for, the longest first; what two sides are
/// called by tells nothing.
package struct WaitedFor: Equatable, Sendable {
  /// By the search form of a name.
  private var holders: [[UInt8]: Holder?] = [:]
  private static let mostWords = 12

  /// Knows no names: for records that never waited for anybody.
  package static let nobody = WaitedFor()

  private init() {}

  /// Folds every name of the registry's units, counterparts and provinces: about 1.5 ms.
  package init(_ registry: Registry) {
    for unit in registry[.units].entries { add(unit.forms, Holder(of: unit)) }
    for entry in registry[.counterparts].entries {
      add(entry.forms.flatMap(WaitedFor.safeForms), .foreign)
    }
    for entry in registry[.provinces].entries { add(entry.forms, .province) }
    for (words, holder) in WaitedFor.usual { holders[Folding.searchForm(words)] = .some(holder) }
  }

  private static let usual: [(String, Holder)] = [
    ("nước ngoài", .foreign), ("phía bạn", .foreign), ("đối tác", .foreign),
    ("tỉnh", .province), ("sở ngoại vụ", .province), ("địa phương", .province),
    ("cơ quan đại diện", .ministry), ("bộ ngoại giao", .ministry),
  ]

  /// "Anh", "Nga", "Lào" are countries, and people and words too: alone they tell nothing.
  private static func safeForms(_ form: String) -> [String] {
    form.utf8.count > 6 || form.contains(" ")
      ? [form] : ["phía \(form)", "bên \(form)", "nước \(form)"]
  }

  private mutating func add(_ forms: [String], _ holder: Holder) {
    for form in forms {
      let name = Folding.searchForm(form)
      guard name.count > 1 else { continue }
      if let known = holders[name], known != holder {
        holders[name] = .some(nil)
      } else {
        holders[name] = .some(holder)
      }
    }
  }

  package func holder(_ text: String) -> Holder? {
    let form = Folding.searchForm(text)
    let breaks = form.indices.filter { form[$0] == UInt8(ascii: " ") }
    let words = min(breaks.count - 1, WaitedFor.mostWords)
    for length in stride(from: words, to: 0, by: -1) {
      for start in 0...(words - length) {
        let name = Array(form[breaks[start]...breaks[start + length]])
        if let known = holders[name], let holder = known { return holder }
      }
    }
    return nil
  }
}
