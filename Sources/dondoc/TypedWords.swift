import App
import Model
import Vietnamese

/// Reads words of the field as people type them: the raw value, or either language, folded.
struct TypedWords {
  let language: Language

  func status(_ typed: String) throws(Failure) -> Status {
    try one(
      of: Status.allCases.map { ($0, $0.rawValue, [$0.words, $0.shortWords]) }, typed,
      CommandWords.status)
  }

  func resultKind(_ typed: String) throws(Failure) -> ResultKind {
    try one(
      of: ResultKind.allCases.map { ($0, $0.rawValue, [$0.words]) }, typed,
      CommandWords.resultKind)
  }

  func channel(_ typed: String) throws(Failure) -> ChaseChannel {
    try one(
      of: ChaseChannel.allCases.map { ($0, $0.rawValue, [$0.words]) }, typed,
      CommandWords.channel)
  }

  func side(_ typed: String) throws(Failure) -> ReviewSide {
    try one(
      of: ReviewSide.allCases.map { ($0, $0.rawValue, [$0.words]) }, typed, CommandWords.side)
  }

  func sortKey(_ typed: String) throws(Failure) -> Sorting.Key {
    try one(
      of: Sorting.Key.allCases.map { ($0, $0.rawValue, [$0.words]) }, typed, CommandWords.sortKey)
  }

  func grouping(_ typed: String) throws(Failure) -> Grouping {
    try one(
      of: Grouping.allCases.map { ($0, $0.rawValue, [$0.words]) }, typed, CommandWords.grouping)
  }

  /// The one choice that is typed whole, else the one that begins so.
  private func one<Choice: Equatable>(
    of choices: [(choice: Choice, raw: String, words: [Words])], _ typed: String, _ what: Words
  ) throws(Failure) -> Choice {
    let wanted = SearchWord.fold(typed)
    let forms = choices.map { choice in
      [choice.raw] + choice.words.flatMap { [$0.vi, $0.en] }
    }.map { $0.map(SearchWord.fold) }
    if let index = forms.firstIndex(where: { $0.contains(wanted) }) { return choices[index].choice }
    let fits = forms.indices.filter { index in
      !wanted.isEmpty && forms[index].contains { $0.hasPrefix(wanted) }
    }
    if fits.count == 1 { return choices[fits[0]].choice }
    func name(_ index: Int) -> Words {
      let words = choices[index].words[0]
      return Words("\(words.vi) (\(choices[index].raw))", "\(words.en) (\(choices[index].raw))")
    }
    guard fits.isEmpty else {
      throw Failure(
        CommandWords.ambiguousWord(what, typed, fits.map(name)), language, .usage)
    }
    let nearest = Nearest.of(typed, among: forms.flatMap(\.self)).flatMap { word in
      forms.firstIndex { $0.contains(word) }
    }
    throw Failure(
      CommandWords.unknownWord(
        what, typed, known: choices.indices.map(name), nearest: nearest.map(name)),
      language, .usage)
  }
}

/// Finds a unit by its id, or by any part of a name or abbreviation that fits one unit only.
struct TypedUnit {
  let registry: Registry
  let today: Day
  let language: Language

  private static let mostListed = 8

  func id(_ typed: String) throws(Failure) -> String {
    let typed = nfc(typed)
    switch EntryPicker(registry, today: today).pick(typed, in: .entries(.units)) {
    case .one(let id): return id
    case .several(let ids): throw ambiguous(typed, ids.compactMap { registry[.units][$0] })
    case .none: throw Failure(CommandWords.unknownUnit(typed), language)
    }
  }

  private func ambiguous(_ typed: String, _ units: [RegistryEntry]) -> Failure {
    let names = units.prefix(TypedUnit.mostListed).map { unit in
      "\(registry.name(unit.id, in: .units, language: language)) [\(unit.id)]"
    }
    let more = max(0, units.count - TypedUnit.mostListed)
    return Failure(CommandWords.ambiguousUnit(typed, Array(names), more: more), language)
  }
}
