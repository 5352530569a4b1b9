package import Model

extension ChoiceForms {
  /// What people may type: the words on screen, in both languages.
  package static let catalogue: ChoiceForms = {
    var forms = ChoiceForms()
    forms.kinds = table(Kind.allCases) { [$0.words] }
    forms.directions = table(Direction.allCases) { [$0.words] }
    forms.tiers = table(Tier.allCases) { [$0.words] }
    forms.priorities = table(Priority.allCases) { [$0.words] }
    forms.recurrences = table(Recurrence.allCases) { [$0.words] }
    forms.regimes = table(Regime.allCases) { [$0.words] }
    forms.holders = table(Holder.allCases) { [$0.words, $0.shortWords] }
    forms.statuses = table(Status.allCases) { [$0.words, $0.shortWords] }
    forms.relations = table(Relation.allCases) { [$0.words] }
    return forms
  }()

  private static func table<Choice: Hashable>(
    _ choices: [Choice], _ words: (Choice) -> [Words]
  ) -> [Choice: [String]] {
    Dictionary(uniqueKeysWithValues: choices.map { ($0, words($0).flatMap { [$0.vi, $0.en] }) })
  }
}
