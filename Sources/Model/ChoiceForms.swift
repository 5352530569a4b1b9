/// What people may type for the choices of a field, beside the words of the files.
///
/// The words of both languages stand in one catalogue, which is not here: whoever has it fills this.
package struct ChoiceForms: Hashable, Sendable {
  package var kinds: [Kind: [String]] = [:]
  package var directions: [Direction: [String]] = [:]
  package var tiers: [Tier: [String]] = [:]
  package var priorities: [Priority: [String]] = [:]
  package var recurrences: [Recurrence: [String]] = [:]
  package var regimes: [Regime: [String]] = [:]
  package var holders: [Holder: [String]] = [:]
  package var statuses: [Status: [String]] = [:]
  package var relations: [Relation: [String]] = [:]

  package init() {}
}

/// What a typed word stands for: one thing, several it may be, or nothing that is known.
package enum Pick<Thing: Hashable & Sendable>: Hashable, Sendable {
  case one(Thing)
  /// The likelier first.
  case several([Thing])
  case none(nearest: Thing?)

  package var only: Thing? {
    if case .one(let thing) = self { thing } else { nil }
  }

  /// The same with every thing made into another.
  package func map<Other>(_ other: (Thing) -> Other) -> Pick<Other> {
    switch self {
    case .one(let thing): .one(other(thing))
    case .several(let things): .several(things.map(other))
    case .none(let nearest): .none(nearest: nearest.map(other))
    }
  }
}

extension ChoiceForms {
  package func kind(_ typed: String) -> Pick<Kind> { pick(typed, kinds) }
  package func direction(_ typed: String) -> Pick<Direction> { pick(typed, directions) }
  package func tier(_ typed: String) -> Pick<Tier> { pick(typed, tiers) }
  package func recurrence(_ typed: String) -> Pick<Recurrence> { pick(typed, recurrences) }
  package func regime(_ typed: String) -> Pick<Regime> { pick(typed, regimes) }
  package func holder(_ typed: String) -> Pick<Holder> { pick(typed, holders) }
  package func status(_ typed: String) -> Pick<Status> { pick(typed, statuses) }
  package func relation(_ typed: String) -> Pick<Relation> { pick(typed, relations) }

  package func priority(_ typed: String) -> Pick<Priority> {
    ChoiceForms.pick(
      typed, among: Priority.allCases.map { ($0, [String($0.rawValue)] + (priorities[$0] ?? [])) })
  }

  private func pick<Choice: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    _ typed: String, _ forms: [Choice: [String]]
  ) -> Pick<Choice> {
    ChoiceForms.pick(
      typed, among: Choice.allCases.map { ($0, [$0.rawValue] + (forms[$0] ?? [])) })
  }

  /// The choice of which a form is typed whole, else the one of which a form begins so.
  private static func pick<Choice: Hashable & Sendable>(
    _ typed: String, among choices: [(choice: Choice, forms: [String])]
  ) -> Pick<Choice> {
    let wanted = SearchWord.fold(typed)
    guard !wanted.isEmpty else { return .none(nearest: nil) }
    let folded = choices.map { ($0.choice, $0.forms.map(SearchWord.fold)) }
    if let whole = folded.first(where: { $0.1.contains(wanted) }) { return .one(whole.0) }
    let begun = folded.filter { $0.1.contains { $0.hasPrefix(wanted) } }.map(\.0)
    if begun.count == 1 { return .one(begun[0]) }
    if begun.count > 1 { return .several(begun) }
    let nearest = Nearest.of(typed, among: folded.flatMap(\.1)).flatMap { form in
      folded.first { $0.1.contains(form) }?.0
    }
    return .none(nearest: nearest)
  }
}
