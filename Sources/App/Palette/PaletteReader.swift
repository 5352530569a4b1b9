internal import Model
internal import Vietnamese

/// Reads a line that begins with a verb: what may follow, and what it comes to.
struct PaletteReader {
  let state: AppState
  let line: String
  let verb: PaletteVerb
  let rest: Substring

  /// A thing that is named behind a verb.
  struct Named<Thing: Sendable>: Sendable {
    let thing: Thing
    let words: Words
    let raw: String

    var candidate: PickCandidate { PickCandidate(names: [words.vi, words.en, raw]) }
  }

  static let statuses = Status.allCases.map { Named(thing: $0, words: $0.words, raw: $0.rawValue) }
  static let sortings = Sorting.Key.allCases.map {
    Named(thing: $0, words: $0.words, raw: $0.rawValue)
  }
  static let groupings = Grouping.allCases.map {
    Named(thing: $0, words: $0.words, raw: $0.rawValue)
  }
  static let views = ViewsPane.order.map { Named(thing: $0, words: $0.words, raw: $0.rawValue) }
  static let languages = [
    Named(thing: Language.vi, words: Words("tiếng Việt", "Vietnamese"), raw: "vi"),
    Named(thing: Language.en, words: Words("tiếng Anh", "English"), raw: "en"),
  ]

  /// Where the rest begins, in characters.
  var start: Int { line.distance(from: line.startIndex, to: rest.startIndex) }

  // MARK: - Candidates

  var candidates: [PaletteLayer.Candidate] {
    switch verb {
    case .status: fitting(PaletteReader.statuses)
    case .sort: fitting(PaletteReader.sortings)
    case .group: fitting(PaletteReader.groupings)
    case .view: fitting(PaletteReader.views)
    case .language: fitting(PaletteReader.languages)
    case .assign: units
    case .handOver: givers
    case .set: fields
    case .add, .due, .note, .open, .filter, .mark: []
    }
  }

  private func fitting<Thing: Sendable>(_ named: [Named<Thing>]) -> [PaletteLayer.Candidate] {
    PaletteReader.ranked(named, by: String(rest)).map {
      completed(with: $0.words(state.language).lowercased(), label: $0.words)
    }
  }

  static func ranked<Thing: Sendable>(_ named: [Named<Thing>], by typed: String) -> [Named<Thing>] {
    let query = PickQuery(typed)
    let found = named.enumerated().compactMap { order, one in
      one.candidate.match(query).map { (match: $0, order: order, one: one) }
    }
    guard !query.isEmpty else { return named }
    return found.sorted { ($0.match, $0.order) < ($1.match, $1.order) }.map(\.one)
  }

  private func completed(with end: String, label: Words) -> PaletteLayer.Candidate {
    PaletteLayer.Candidate(line: String(line[..<rest.startIndex]) + end, label: label)
  }

  private var units: [PaletteLayer.Candidate] {
    var picker = Picker(state.candidates(.entries(.units)))
    _ = picker.insert(String(rest))
    return picker.suggestions.map { completed(with: $0.id, label: Words($0.name, $0.name)) }
  }

  /// The names of fields that begin as the last word does.
  private var fields: [PaletteLayer.Candidate] {
    let last = rest.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    guard !last.contains(where: { ":=".contains($0) }), !rest.contains("\"") else { return [] }
    let names = Field.editableNames.compactMap { name in
      Field.editable(named: name).map { Named(thing: $0, words: $0.words, raw: name) }
    }
    return PaletteReader.ranked(names, by: String(last)).map {
      PaletteLayer.Candidate(
        line: String(line.dropLast(last.count)) + $0.raw + ":", label: $0.words)
    }
  }

  // MARK: - Echo

  /// How many it is for, or the date in full.
  var echo: Words? {
    switch verb {
    case .mark, .filter:
      guard let query = try? query(String(rest), from: start), !rest.isEmpty else { return nil }
      return PaletteReader.counted(state.shown(matching: query).count)
    case .set:
      // The edits themselves are read on Enter: what they name takes too long for every key.
      guard let targets = try? setTargets() else { return nil }
      let count = PaletteReader.counted(targets.addresses.count)
      guard let date = setDate() else { return count }
      return Words(count.vi + " · " + date.vi, count.en + " · " + date.en)
    case .due:
      if let typed = typedOffset {
        let text = state.echo(of: typed).text
        return Words(text, text)
      }
      return (try? dueDate().reading).map(PaletteReader.dated)
    case .open:
      guard let place = state.register.place(ofCode: rest.uppercased()),
        let (chunk, row) = state.register.row(at: place)
      else { return nil }
      let title = chunk.titleForALine(row)
      return Words("= " + title, "= " + title)
    case .add: return added
    // Who is meant is read on Enter: it takes too long for every key.
    case .note, .assign, .status, .sort, .group, .view, .language, .handOver: return nil
    }
  }

  /// A date in full, and whether the holidays it was counted by are known.
  static func dated(_ reading: DateInput.Reading) -> Words {
    guard let day = reading.value.lastDay else { return Words("= không có hạn", "= no date") }
    let unknown = reading.yearsWithoutHolidays
    let warning = unknown.isEmpty ? Words("", "") : CommandWords.holidaysMissing(unknown)
    return Words(
      "= " + DateFormat.dayWithWeekday(day, .vi) + warning.vi,
      "= " + DateFormat.dayWithWeekday(day, .en) + warning.en)
  }

  /// A date as it is typed, in the register's own working days.
  func date(_ typed: String) throws(DateInputError) -> DateInput.Reading {
    let calendar = state.calendar
    return try DateInput.parse(typed, today: state.today.civil) { calendar.isWorked(Day($0)) }
  }

  private static func counted(_ count: Int) -> Words {
    Words("= \(count) mục", count == 1 ? "= 1 record" : "= \(count) records")
  }

  // MARK: - Parts

  func query(_ text: String, from offset: Int) throws(PaletteLayer.Fault) -> Query {
    do throws(QueryError) {
      return try QueryParser(registry: state.register.registry).parse(text)
    } catch {
      let begin = min(line.count, offset + error.offset)
      let word = line.dropFirst(begin).prefix { !$0.isWhitespace }.count
      throw PaletteLayer.Fault(range: begin..<begin + max(1, word), sentence: error.words)
    }
  }

  /// The line's words from the rest on, with quotes taken off and where each begins.
  func words() -> [(text: String, start: Int)] {
    var words: [(text: String, start: Int)] = []
    var isQuoted = false
    var isInWord = false
    for (offset, character) in rest.enumerated() {
      if character == "\"" {
        isQuoted.toggle()
        continue
      }
      if character.isWhitespace && !isQuoted {
        isInWord = false
        continue
      }
      if !isInWord { words.append(("", start + offset)) }
      isInWord = true
      words[words.count - 1].text.append(character)
    }
    return words
  }

  /// What follows `vì:` or `why:` in the line.
  static func reason(_ word: String) -> String? {
    guard let sign = word.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    let name = SearchWord.fold(String(word[..<sign]))
    return ["vi", "lydo", "why"].contains(name) ? String(word[word.index(after: sign)...]) : nil
  }

  /// The date of `due`, with the reason behind it.
  func dueDate() throws(PaletteLayer.Fault) -> (reading: DateInput.Reading, why: String?) {
    let words = words()
    let reasons = words.compactMap { PaletteReader.reason($0.text) }
    let typed = words.filter { PaletteReader.reason($0.text) == nil }.map(\.text)
      .joined(separator: " ")
    do throws(DateInputError) {
      return (try date(typed), reasons.first)
    } catch {
      throw PaletteLayer.Fault(range: start..<max(start + 1, line.count), sentence: error.words)
    }
  }
}

extension PaletteLayer.Fault: Error {}
