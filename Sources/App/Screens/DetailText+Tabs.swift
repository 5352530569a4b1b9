internal import Model
internal import Terminal
internal import Vietnamese

extension DetailText {
  // MARK: - History

  /// The changes, the newest first: when, who, what.
  func history(_ record: Record) -> [Entry] {
    record.changes.reversed().flatMap { change -> [Entry] in
      let isCreation = change.after.isEmpty
      let day = words.day(change.on ?? change.at.day)
      var entries: [Entry] = [.text(day + "  " + change.by, style(.dim))]
      if isCreation {
        entries.append(.item(say(Words("tạo mục", "made the record")), style(.text)))
      } else {
        entries += change.edits.filter { $0.field != Field.statusOn.rawValue }
          .map { .item(sentence($0), style(.text)) }
      }
      if let why = change.why {
        entries.append(.item(say(Words("vì: ", "because: ")) + why, style(.soon)))
      }
      if !change.forced.isEmpty {
        let missing = change.forced.joined(separator: ", ")
        entries.append(
          .item(say(Words("cho qua khi thiếu: ", "passed without: ")) + missing, style(.soon)))
      }
      if let batch = change.batch, let size = change.batchSize {
        let number = Change.number(ofBatch: batch)
        entries.append(
          .text(
            "  " + say(Words("lô \(number) gồm \(size) mục", "batch \(number) of \(size) records")),
            style(.dim)))
      }
      if change.undoes != nil {
        entries.append(.text("  " + say(Words("(hoàn tác)", "(takes back)")), style(.dim)))
      }
      return entries + [.blank]
    }
  }

  private func sentence(_ edit: Edit) -> String {
    switch edit {
    case .set(let field, let from, let to):
      let old = brief(from, of: field)
      return old == "—"
        ? label(field) + ": " + brief(to, of: field)
        : label(field) + ": " + old + " → " + brief(to, of: field)
    case .alter(let field, let remove, let add) where remove.count == 1 && add.count == 1:
      return label(field) + ": " + brief(remove[0], of: field) + " → " + brief(add[0], of: field)
    case .alter(let field, let remove, let add):
      let gone = remove.map { "− " + brief($0, of: field) }
      let new = add.map { (remove.isEmpty ? "" : "+ ") + brief($0, of: field) }
      return label(field) + ": " + (gone + new).joined(separator: "; ")
    case .unknown:
      return say(
        Words("thay đổi của một bản dondoc mới hơn", "a change made by a newer dondoc"))
    }
  }

  private func label(_ field: String) -> String {
    Field(rawValue: field).map { say($0.words) } ?? field
  }

  /// A value in as few words as it can be told in; of a field of a newer dondoc as it stands.
  private func brief(_ value: Value, of field: String) -> String {
    let register = state.register
    let text = ValueText(register.registry, language: state.language) { register.code(ofKey: $0) }
    // A counterpart's line and a paper are told by what they hold.
    return Field(rawValue: field).map { text.text(value, of: $0) } ?? text.plain(value)
  }

  // MARK: - Papers

  func papers(_ followUp: FollowUp) -> [Entry] {
    var entries: [Entry] = []
    section(&entries, Field.sources.words, followUp.sources.map(source))
    section(&entries, Field.chases.words, chaseLines(followUp))
    section(&entries, Field.evidence.words, followUp.evidence.map(paper))
    section(&entries, Field.documents.words, followUp.documents.map { name($0, .documents) })
    if let letter = followUp.waiting?.letter {
      section(&entries, Words("Văn bản đã gửi", "Letter sent"), [letter])
    }
    return entries.isEmpty ? [.text("—", style(.dim))] : entries
  }

  private func paper(_ paper: Paper) -> String {
    [paper.number, paper.on.map(words.day), paper.issuer, paper.subject, paper.kept]
      .compactMap { $0 }.joined(separator: " · ")
  }

  // MARK: - Programme

  func programme(_ followUp: FollowUp) -> [Entry] {
    var entries: [Entry] = []
    if let id = followUp.programme {
      section(&entries, Field.programme.words, programmeLines(id))
    }
    let rounds = RoundsValueText(state.register.registry, state.language)
    let ratings = followUp.ratings.sorted {
      ($1.year, $0.side.rawValue) < ($0.year, $1.side.rawValue)
    }
    section(&entries, Field.ratings.words, ratings.map(rounds.rating))
    section(&entries, Field.deliveries.words, followUp.deliveries.map(rounds.delivery))
    section(&entries, Field.session.words, [followUp.session].compactMap { $0 }.map(titled))
    section(&entries, Field.dossiers.words, followUp.dossiers.map { name($0, .dossiers) })
    section(
      &entries, Field.links.words,
      followUp.links.map { say($0.relation.words) + ": " + titled($0.to) })
    section(&entries, Field.appliesTo.words, followUp.appliesTo.map(titled))
    return entries.isEmpty ? [.text("—", style(.dim))] : entries
  }

  private func programmeLines(_ id: String) -> [String] {
    guard let programme = state.register.registry.programme(id) else { return [id] }
    let title = state.language == .en ? programme.nameEn ?? programme.name : programme.name
    let period = programme.period.map { words.day($0.from) + " – " + words.day($0.to) }
    let contacts = [programme.contactMinistry, programme.contactProvince].compactMap { $0 }
      .map { name($0, .units) }
    return [title]
      + [period, programme.review.map { say(Words("rà soát ", "review ")) + say($0.words) }]
      .compactMap { $0 } + contacts
  }

  private func section(_ entries: inout [Entry], _ heading: Words, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    if !entries.isEmpty { entries.append(.blank) }
    entries.append(.text(say(heading), style(.dim)))
    entries += lines.map { .item($0, style(.text)) }
  }
}
