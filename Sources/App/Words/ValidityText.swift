package import Model
package import Vietnamese

/// What is said of a unit or province that is not there on a day, and of who has its place.
package struct ValidityText: Sendable {
  private let registry: Registry
  private let language: Language
  private let day: Day

  package init(_ registry: Registry, language: Language, on day: Day) {
    self.registry = registry
    self.language = language
    self.day = day
  }

  /// `(đến 28/02/2025, nay là Vụ Ngoại giao kinh tế)`; nil for what is valid on the day.
  package func remark(_ id: String, in kind: RegistryKind = .units) -> String? {
    guard let span = span(id, in: kind) else { return nil }
    return "(" + ([span] + [successor(id, in: kind)].compactMap { $0 }).joined(separator: ", ")
      + ")"
  }

  /// `đến 28/02/2025`, `từ 01/03/2025`; nil for what is valid on the day.
  package func span(_ id: String, in kind: RegistryKind = .units) -> String? {
    guard let entry = registry[kind][id], !entry.isValid(on: day) else { return nil }
    let dates = DeadlineText(language)
    if let end = entry.validTo, end < day {
      return Words("đến \(dates.day(end))", "until \(dates.day(end))")(language)
    }
    return entry.validFrom.map {
      Words("từ \(dates.day($0))", "from \(dates.day($0))")(language)
    }
  }

  /// The same where the name stands beside it.
  package func complaint(_ id: String, in kind: RegistryKind = .units) -> String? {
    span(id, in: kind).map { span in
      let next = successor(id, in: kind).map { "; " + $0 } ?? ""
      return Words("Chỉ có \(span)\(next).", "There only \(span)\(next).")(language)
    }
  }

  /// What is said when such a unit is given work; nil where nothing is to be said.
  package func warning(_ id: String, in kind: RegistryKind = .units) -> String? {
    guard let span = span(id, in: kind) else { return nil }
    let name = registry.name(id, in: kind, language: language)
    let next = successor(id, in: kind).map { "; " + $0 } ?? ""
    return Words("\(name) chỉ có \(span)\(next).", "\(name) is there only \(span)\(next).")(
      language)
  }

  private func successor(_ id: String, in kind: RegistryKind) -> String? {
    func name(_ id: String) -> String { registry.name(id, in: kind, language: language) }
    do throws(SuccessorError) {
      let next = name(try registry.successor(of: id, in: kind, on: day))
      return Words("nay là \(next)", "now \(next)")(language)
    } catch {
      guard case .several(_, let ids) = error else { return nil }
      let names = ids.map { name($0.id) }.joined(separator: "; ")
      return Words("nay là một trong: \(names)", "now one of: \(names)")(language)
    }
  }
}

extension ValidityText {
  /// The warnings of edits that name such a unit as lead or to coordinate, each once.
  package func warnings(of edits: [Edit]) -> [String] {
    var said: [String] = []
    for id in edits.flatMap(\.unitsGivenWork) {
      if let warning = warning(id), !said.contains(warning) { said.append(warning) }
    }
    return said
  }
}

extension Edit {
  /// The units that get work by it.
  package var unitsGivenWork: [String] {
    switch self {
    case .set(Field.lead.rawValue, _, let to): [to["unit"].text].compactMap { $0 }
    case .alter(Field.coordinating.rawValue, _, let add): add.compactMap { $0["id"].text }
    case .alter(Field.counterparts.rawValue, _, let add): add.compactMap { $0["unit"].text }
    case .set, .alter, .unknown: []
    }
  }
}

/// What is said of handing work over.
package enum HandOverWords {
  /// The reason that the history keeps.
  package static func why(_ handOver: (from: String, to: String), _ kind: RegistryKind) -> Words {
    kind == .provinces
      ? Words(
        "\(handOver.from) nay thuộc \(handOver.to)", "\(handOver.from) is in \(handOver.to) now")
      : Words("\(handOver.from) nay là \(handOver.to)", "\(handOver.from) is \(handOver.to) now")
  }

  package static let nothing = Words(
    "Không có việc nào đang mở để chuyển giao.", "There is no open work to hand over.")
  package static let sameUnit = Words(
    "Bên giao và bên nhận là một.", "Both are the same.")

  package static func notValid(_ name: String, _ span: String) -> Words {
    Words(
      "Không giao cho \(name) được: chỉ có \(span).",
      "Nothing can be given to \(name): it is there only \(span).")
  }
}

extension SuccessorError {
  package func words(in registry: Registry, _ kind: RegistryKind) -> Words {
    func name(_ id: String, _ language: Language) -> String {
      registry.name(id, in: kind, language: language)
    }
    switch self {
    case .stillValid(let id):
      return Words(
        "\(name(id, .vi)) vẫn còn vào ngày đó; nêu tên bên nhận để chuyển giao.",
        "\(name(id, .en)) is there on that day; name who takes over.")
    case .none(let id):
      return Words(
        "Danh mục không ghi ai thay \(name(id, .vi)); nêu tên bên nhận.",
        "The registry names nobody in the place of \(name(id, .en)); name who takes over.")
    case .several(let id, let ids):
      func list(_ language: Language) -> [String] {
        ids.map { one in
          "\(name(one.id, language)) [\(one.id)]" + (one.scope.map { " (\($0))" } ?? "")
        }
      }
      let (vi, en) = (list(.vi), list(.en))
      return Words(
        "Việc của \(name(id, .vi)) chia cho nhiều nơi; nêu tên một: "
          + vi.joined(separator: "; ") + ".",
        "The work of \(name(id, .en)) was divided; name one: " + en.joined(separator: "; ") + ".")
    case .broken(let fault): return fault.words(kind)
    }
  }
}

extension SuccessorFault {
  func words(_ kind: RegistryKind, at place: String) -> Words {
    let words = words(kind)
    return Words("\(place): \(words.vi)", "\(place): \(words.en)")
  }

  package func words(_ kind: RegistryKind) -> Words {
    switch self {
    case .unknown(let id, let successor):
      Words(
        "“\(id)” ghi “\(successor)” là bên kế tiếp, mà danh mục \(kind.words.vi) không có. "
          + "Sửa lại, hoặc thêm vào registry/\(kind.rawValue).json.",
        "“\(id)” names “\(successor)” as what took its place, which is not among the "
          + "\(kind.words.en). Correct it, or add it to registry/\(kind.rawValue).json.")
    case .cycle(let ids):
      Words(
        "các bên kế tiếp nối thành vòng: \((ids + ids.prefix(1)).joined(separator: " → ")). "
          + "Bỏ một mối nối; đến khi đó không chuyển giao theo danh mục được.",
        "who follows whom leads round: \((ids + ids.prefix(1)).joined(separator: " → ")). "
          + "Take one out; until then nothing can be handed over by the registry.")
    }
  }
}
