internal import Model
internal import Vietnamese

/// Finds what may stand for the word before the cursor of a quick-add line.
struct EntryCompleter {
  let quickAdd: QuickAdd
  let registry: Registry
  let language: Language

  static let most = 6

  func completion(_ field: TextField) -> EntryCompletion? {
    let before = Array(field.beforeCursor)
    let start = (before.lastIndex(where: \.isWhitespace) ?? -1) + 1
    let word = before[start...]
    guard !word.isEmpty else { return nil }
    if QuickAddField.signed(word.first) != nil,
      let sign = word.lastIndex(where: { QuickAddField.signed($0) != nil }),
      let field = QuickAddField.signed(word[sign])
    {
      let typed = String(word[(sign + 1)...])
      let options = field == .kind ? allChoices(typed) : values(of: field, typed)
      return options.isEmpty
        ? nil : EntryCompletion(range: sign + 1..<before.count, options: options)
    }
    guard let colon = word.firstIndex(of: ":") else { return names(String(word), at: start) }
    guard let name = QuickAddField.named(String(word[..<colon])) else { return nil }
    var from = colon + 1
    if name.isList, let comma = word.lastIndex(of: ","), comma >= from { from = comma + 1 }
    let typed = String(word[from...]).filter { $0 != "\"" && $0 != "“" }
    let options = values(of: name, typed)
    return options.isEmpty ? nil : EntryCompletion(range: from..<before.count, options: options)
  }

  /// Names of fields that begin so; two letters at least, for the title has words too.
  private func names(_ word: String, at start: Int) -> EntryCompletion? {
    let typed = SearchWord.fold(word)
    guard typed.count >= 2, word.allSatisfy(\.isLetter) else { return nil }
    let fields = QuickAddField.allCases.filter { $0.names.contains { $0.hasPrefix(typed) } }
    let options = fields.prefix(EntryCompleter.most).map {
      EntryCompletion.Option(
        text: $0.name(in: language) + ":", label: $0.field.words(language))
    }
    return options.isEmpty
      ? nil : EntryCompletion(range: start..<start + word.count, options: Array(options))
  }

  private func values(of field: QuickAddField, _ typed: String) -> [EntryCompletion.Option] {
    switch field {
    case .province: entries(.provinces, typed)
    case .category: entries(.categories, typed)
    case .lead, .coordinating: entries(.units, typed)
    case .counterparts: entries(.counterparts, typed)
    case .dossiers: entries(.dossiers, typed)
    case .sources: entries(.documents, typed)
    case .programme:
      ids(.programmes, typed).map { id in
        let programme = registry.programme(id)
        return EntryCompletion.Option(text: id, label: programme?.name ?? id)
      }
    case .kind: choices(Kind.allCases.map(\.words), typed)
    case .direction: choices(Direction.allCases.map(\.words), typed)
    case .tier: choices(Tier.allCases.map(\.words), typed)
    case .priority: choices(Priority.allCases.map(\.words), typed)
    case .session: sessions(typed)
    case .due: typed.isEmpty ? dates : []
    case .raisedOn, .tags: []
    }
  }

  private var validity: ValidityText {
    ValidityText(registry, language: language, on: quickAdd.today)
  }

  private func ids(_ table: EntryPicker.Table, _ typed: String) -> [String] {
    quickAdd.picker.suggestions(for: typed, in: table, limit: EntryCompleter.most)
  }

  private func entries(_ kind: RegistryKind, _ typed: String) -> [EntryCompletion.Option] {
    ids(.entries(kind), typed).map { id in
      // The id always names the one that is meant; an abbreviation may be another's too.
      EntryCompletion.Option(
        text: id,
        label: [registry.name(id, in: kind, language: language), validity.remark(id, in: kind)]
          .compactMap { $0 }.joined(separator: " "))
    }
  }

  private func choices(_ words: [Words], _ typed: String) -> [EntryCompletion.Option] {
    let wanted = SearchWord.fold(typed)
    return words.map { $0(language) }.filter { SearchWord.fold($0).hasPrefix(wanted) }.map { text in
      EntryCompletion.Option(text: text.contains(" ") ? "\"\(text)\"" : text, label: text)
    }
  }

  /// What `/` may stand before.
  private func allChoices(_ typed: String) -> [EntryCompletion.Option] {
    let words =
      Kind.allCases.map(\.words) + Tier.allCases.map(\.words) + Direction.allCases.map(\.words)
    return Array(choices(words, typed).prefix(EntryCompleter.most))
  }

  private func sessions(_ typed: String) -> [EntryCompletion.Option] {
    let wanted = typed.uppercased()
    let found = quickAdd.sessions.reversed().filter { $0.code.uppercased().hasPrefix(wanted) }
    return found.prefix(EntryCompleter.most).map { session in
      let province = registry.name(session.province, in: .provinces, language: language)
      let day = session.raisedOn.map { " " + DeadlineText(language).day($0) } ?? ""
      return EntryCompletion.Option(text: session.code, label: province + day)
    }
  }

  private var dates: [EntryCompletion.Option] {
    let forms = [
      Words("cuối tháng", "end of month"), Words("cuối quý", "end of quarter"),
      Words("cuối năm", "end of year"), Words("+10", "+10"), Words("+5nlv", "+5wd"),
    ]
    return choices(forms, "")
  }
}
