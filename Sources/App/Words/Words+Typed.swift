package import Model
internal import Terminal
internal import Vietnamese

extension QuickAddError {
  /// The sentence; `registry` is where the names of ids come from.
  package func words(naming registry: Registry) -> Words {
    switch fault {
    case .unknownField(let name, let nearest):
      TypedSentences.unknownField(
        name + ":", nearest.map { $0 + ":" }, QuickAddField.allCases.map { $0.name(in: .vi) + ":" },
        QuickAddField.allCases.map { $0.name(in: .en) + ":" }
      ).then(
        Words(
          "Nếu là chữ của nội dung, để trong ngoặc kép.",
          "If it belongs to the title, put it in quotes."))
    case .noValue(let field):
      Words(
        "Sau “\(field.name(in: .vi)):” phải có giá trị, viết liền dấu hai chấm.",
        "A value should follow “\(field.name(in: .en)):”, right after the colon.")
    case .unknownValue(let value, let field, let nearest):
      TypedSentences(registry).unknown(value, field.field, nearest)
    case .ambiguous(let value, let field, let candidates):
      TypedSentences(registry).ambiguous(value, field.field, candidates)
    case .date(let error): error.words
    case .event(let code, let fault):
      fault?.words(code.uppercased())
        ?? Words("Không có sự kiện nào mã “\(code)”.", "There is no event “\(code)”.")
    case .notADay(let text, let field): TypedSentences.notADay(text, field.field)
    case .repeated(let field): TypedSentences.repeated(field.field)
    case .openQuote:
      Words("Dấu ngoặc kép này chưa đóng.", "This quote is not closed.")
    case .tooLong(let characters):
      Words(
        "Dòng này dài \(characters) ký tự; nhiều nhất là \(QuickAdd.mostCharacters). Tách thành "
          + "nhiều mục.",
        "This line has \(characters) characters; \(QuickAdd.mostCharacters) are the most. Make "
          + "several records of it.")
    }
  }

  /// Two lines: what was typed, and under it a mark at what is wrong.
  package func pointer(in line: String) -> [String] { TypedSentences.pointer(range, in: line) }
}

extension EditError {
  package func words(naming registry: Registry, on surface: Surface) -> Words {
    switch fault {
    case .noSign:
      surface.choose(
        screen: Words(
          "Viết trường=giá trị, ví dụ han=15/7; mục nào khác thì thêm: khi QN23-09.",
          "Write field=value, such as due=15/7; for other records add: where QN23-09."),
        commandLine: Words(
          "Viết trường=giá trị, ví dụ han=15/7; mã mục đứng trước.",
          "Write field=value, such as due=15/7; codes come first."))
    case .unknownField(let name, let nearest):
      TypedSentences.unknownField(
        name, nearest, Field.editableNames, Field.editableNames)
    case .notHere(let field, let instead): EditError.notHere(field, instead, surface)
    case .noValue(let field):
      Words(
        "“\(field.words.vi)” cần một giá trị.", "“\(field.words.en)” needs a value.")
    case .unknownValue(let value, let field, let nearest):
      TypedSentences(registry).unknown(value, field, nearest)
    case .ambiguous(let value, let field, let candidates):
      TypedSentences(registry).ambiguous(value, field, candidates)
    case .date(let error): error.words
    case .event(let code, let fault): fault.words(code.uppercased())
    case .notADay(let text, let field): TypedSentences.notADay(text, field)
    case .notAPeriod(let text):
      Words(
        "“\(text)” không phải một giai đoạn; viết như 2023..2025 hoặc 1/3/2023..30/6/2023.",
        "“\(text)” is no period; write it as 2023..2025 or 1/3/2023..30/6/2023.")
    case .notAList(let field):
      Words(
        "“\(field.words.vi)” chỉ có một giá trị; dùng dấu =.",
        "“\(field.words.en)” has one value; use =.")
    case .signMissing(let field):
      Words(
        "Với “\(field.words.vi)”, viết += để thêm, -= để bớt (hoặc dấu + - trước từng giá trị).",
        "For “\(field.words.en)” write += to add, -= to remove (or a + or - before each value).")
    case .unknownLinePart(let name, let nearest):
      TypedSentences.unknownField(
        name, nearest, ["trangthai", "coquan", "traloi", "vanban"],
        ["status", "unit", "answer", "paper"])
    case .unknownCode(let code): CommandWords.unknownCode(code, nearest: nil)
    case .repeated(let field): TypedSentences.repeated(field)
    }
  }

  package func pointer(in text: String) -> [String] { TypedSentences.pointer(range, in: text) }

  private static func notHere(
    _ field: Field, _ instead: Instead, _ surface: Surface
  ) -> Words {
    let name = field.words
    switch instead {
    case .status:
      let way = surface.way(.statusMenu, "dondoc status")
      return Words(
        "“\(name.vi)” đổi bằng \(way.vi), vì mỗi bước cần những điều riêng.",
        "“\(name.en)” is changed by \(way.en): each step needs things of its own.")
    case .note:
      let way = surface.way(.note, "dondoc note")
      return Words("Diễn biến ghi bằng \(way.vi).", "Progress is noted by \(way.en).")
    case .due:
      return surface.choose(
        screen: Words(
          "Gia hạn được ghi khi đổi “\(Field.due.words.vi)”, kèm lý do.",
          "Extensions are recorded when “\(Field.due.words.en)” is moved, with the reason."),
        commandLine: Words(
          "Gia hạn được ghi khi đổi hạn: han=… --why.",
          "Extensions are recorded when the deadline is moved: due=… --why."))
    case .chase:
      return Words("Lần đôn đốc không sửa ở đây.", "Chases are not changed here.")
    case .review:
      let way = surface.way(.review, "dondoc review … rate")
      return Words("Đánh giá ghi bằng \(way.vi).", "Ratings are given by \(way.en).")
    case .deliver:
      return Words(
        "Kỳ đã gửi ghi bằng lệnh dondoc deliver.",
        "Issues sent are recorded by the command dondoc deliver.")
    case .never:
      return Words("“\(name.vi)” không sửa được.", "“\(name.en)” cannot be changed.")
    }
  }
}

extension Surface {
  /// How something is done: by a key here, by a command there.
  fileprivate func way(_ command: Command, _ line: String) -> Words {
    let key = key(command, or: line)
    return choose(screen: Words("phím \(key)", "the key \(key)"), commandLine: Words(line, line))
  }
}

/// Sentences that several kinds of typing share.
struct TypedSentences {
  private let registry: Registry

  init(_ registry: Registry) { self.registry = registry }

  private static let mostListed = 8

  static func unknownField(
    _ name: String, _ nearest: String?, _ vi: [String], _ en: [String]
  ) -> Words {
    Words(
      "Không có trường “\(name)”" + (nearest.map { "; có lẽ là “\($0)”?" } ?? ".")
        + " Được dùng: \(vi.joined(separator: ", ")).",
      "There is no field “\(name)”" + (nearest.map { "; perhaps “\($0)”?" } ?? ".")
        + " Known: \(en.joined(separator: ", ")).")
  }

  static func notADay(_ text: String, _ field: Field) -> Words {
    Words(
      "“\(field.words.vi)” cần một ngày; “\(text)” không phải một ngày.",
      "“\(field.words.en)” needs a day; “\(text)” is not one day.")
  }

  static func repeated(_ field: Field) -> Words {
    Words(
      "“\(field.words.vi)” được ghi hai lần.", "“\(field.words.en)” is given twice.")
  }

  func unknown(_ value: String, _ field: Field, _ nearest: String?) -> Words {
    let advice: Words =
      field == .sources
      ? Words(
        " Văn bản ngoài danh mục thì viết rõ, ví dụ nguon:\"công văn 123\".",
        " Write a paper that the registry does not have in words, such as source:\"letter 123\".")
      : Words("", "")
    return Words(
      "“\(field.words.vi)” không có “\(value)”"
        + (nearest.map { "; có lẽ là \(name($0, field).vi)?" } ?? ".") + advice.vi,
      "“\(field.words.en)” has no “\(value)”"
        + (nearest.map { "; perhaps \(name($0, field).en)?" } ?? ".") + advice.en)
  }

  func ambiguous(_ value: String, _ field: Field, _ candidates: [String]) -> Words {
    let names = candidates.prefix(TypedSentences.mostListed).map { name($0, field) }
    let more = candidates.count - names.count
    return Words(
      "“\(value)” có thể là: " + names.map(\.vi).joined(separator: "; ")
        + (more > 0 ? "; và \(more) nữa" : "") + ". Gõ thêm, hoặc dùng tên tắt trong ngoặc.",
      "“\(value)” may be: " + names.map(\.en).joined(separator: "; ")
        + (more > 0 ? "; and \(more) more" : "") + ". Type more, or use what is in brackets.")
  }

  /// The name with what can be typed for it in brackets.
  private func name(_ raw: String, _ field: Field) -> Words {
    let value: Value = field == .priority ? .number(raw) : .text(raw)
    let kind = field == .lead ? Field.lead.registryKind : field.registryKind
    func name(_ language: Language) -> String {
      if let kind { return registry.name(raw, in: kind, language: language) }
      return ValueText(registry, language: language) { $0 }.text(value, of: field)
    }
    let (vi, en) = (name(.vi), name(.en))
    return Words(vi == raw ? raw : "\(vi) [\(raw)]", en == raw ? raw : "\(en) [\(raw)]")
  }

  static func pointer(_ range: Range<Int>, in line: String) -> [String] {
    let before = line.prefix(range.lowerBound)
    let wrong = line.dropFirst(range.lowerBound).prefix(range.count)
    let width = max(1, TextWidth.columns(of: String(wrong)))
    let indent = String(repeating: " ", count: TextWidth.columns(of: String(before)))
    return [
      TextWidth.harmless(line), indent + "^" + String(repeating: "~", count: width - 1),
    ]
  }
}
