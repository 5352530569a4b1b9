internal import Model
internal import Vietnamese

/// What can be typed in the palette with something behind it: the words of the commands.
///
/// Everything else that can be typed there is a ``Command`` by its own words.
enum PaletteVerb: CaseIterable, Sendable {
  case add, set, status, due, note, assign, open, sort, group, filter, view, mark, language
  case handOver

  /// The command it is when nothing stands behind it, whose words it goes by.
  var command: Command? {
    switch self {
    case .set, .handOver: nil
    case .add: .quickAdd
    case .status: .statusMenu
    case .due: .due
    case .note: .note
    case .assign: .lead
    case .open: .open
    case .sort: .sort
    case .group: .group
    case .filter: .filter
    case .view: .goToView
    case .mark: .markByQuery
    case .language: .switchLanguage
    }
  }

  /// The word of the command line, in either language.
  private var word: Words {
    switch self {
    case .set: Words("đặt", "set")
    case .add: Words("thêm", "add")
    case .status: Words("trạng thái", "status")
    case .due: Words("hạn", "due")
    case .note: Words("ghi", "note")
    case .assign: Words("giao", "assign")
    case .open: Words("mở", "open")
    case .sort: Words("xếp", "sort")
    case .group: Words("nhóm", "group")
    case .filter: Words("lọc", "filter")
    case .view: Words("xem", "view")
    case .mark: Words("đánh dấu", "mark")
    case .language: Words("tiếng", "lang")
    case .handOver: Words("chuyển giao", "hand-over")
    }
  }

  func name(in language: Language) -> String { word(language) }

  /// Everything it goes by.
  var names: [String] {
    [word.vi, word.en] + (command.map { [$0.hint.vi, $0.hint.en] } ?? [])
  }

  /// What stands behind it, as an example.
  var example: Words {
    switch self {
    case .set: Words("han:+7 vì:\"…\" khi quá-hạn", "due:+7 why:\"…\" where overdue")
    case .add: Words("Mở đường bay tinh:qn #kết-nối", "Open a route province:qn #links")
    case .status: Words("xong", "done")
    case .due: Words("15/3 vì:\"…\"", "15/3 why:\"…\"")
    case .note: Words("đã gọi điện", "called them")
    case .assign: Words("ubbg", "ubbg")
    case .open: Words("QN23-09", "QN23-09")
    case .sort: Words("hạn", "due")
    case .group: Words("chủ trì", "lead")
    case .filter, .mark: Words("chutri:ubbg quá-hạn", "lead:ubbg overdue")
    case .view: Words("quá hạn", "overdue")
    case .language: Words("en", "vi")
    case .handOver: Words("vu-thkt > vu-ngkt", "vu-thkt > vu-ngkt")
    }
  }

  /// The verb at the beginning of a line, and where what follows it begins.
  ///
  /// Names of several words are tried first: `trạng thái xong`.
  static func read(_ line: String) -> (verb: PaletteVerb, rest: Substring)? {
    var ends: [String.Index] = []
    var index = line.startIndex
    while index < line.endIndex, ends.count < 3 {
      let start = line[index...].firstIndex { !$0.isWhitespace } ?? line.endIndex
      guard start < line.endIndex else { break }
      index = line[start...].firstIndex { $0.isWhitespace } ?? line.endIndex
      ends.append(index)
    }
    for end in ends.reversed() {
      let typed = SearchWord.fold(String(line[..<end]))
      if let verb = allCases.first(where: { $0.names.map(SearchWord.fold).contains(typed) }) {
        return (verb, line[end...].drop { $0.isWhitespace })
      }
    }
    return nil
  }
}

extension Command {
  /// What it is found by in the palette: the table's own words in both languages.
  static let paletteNames = Dictionary(
    uniqueKeysWithValues: allCases.map { command in
      let names = [command.summary.vi, command.summary.en, command.hint.vi, command.hint.en]
      let short = [command.rawValue] + command.shortNames
      return (command, PickCandidate(names: names, abbreviations: short))
    })

  /// Words of other programs that people's fingers know.
  private var shortNames: [String] {
    self == .quit ? ["q", "wq", "exit"] : []
  }
}
