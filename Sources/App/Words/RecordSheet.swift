package import Model
package import Vietnamese

/// A record as text for the person's own editor, and that text read back.
///
/// A field is a line `Name: value`; further lines of the value, and the things of a list behind a
/// `-`, are indented. Lines that begin with `#` say how it goes and are not read. A field that is
/// left out stays as it is.
package struct RecordSheet: Equatable, Sendable {
  package struct Fault: Error, Equatable, Sendable {
    /// Of the text, from 1; nil where it is about all of it.
    package var line: Int?
    package var sentence: String
  }

  private let code: String
  private let title: String
  private let items: [Field: [EditItem]]
  private let language: Language

  package init(_ record: Record, _ register: Register, language: Language) {
    code = record.code
    title = record.fields[.title].text ?? ""
    let texts = FieldTexts(register, language: language)
    items = Dictionary(
      uniqueKeysWithValues: RecordSheet.fields.map { ($0, texts.items(of: $0, in: record.fields)) })
    self.language = language
  }

  private static let fields = FormLayer.sections.flatMap(\.fields)
  private static let why = Words("Lý do thay đổi", "Why it is changed")
  private static let faultMark = "#!!"

  // MARK: - Writing

  package var text: String {
    var lines = help
    for section in FormLayer.sections {
      lines += ["", "# " + section.title(language)]
      for field in section.fields { lines += self.lines(of: field) }
    }
    lines += ["", "# " + RecordSheet.whyHelp(language), RecordSheet.why(language) + ":"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var help: [String] {
    let vi = [
      "Sửa \(code): lưu rồi thoát; dondoc cho xem trước → sau rồi mới ghi.",
      "Mỗi trường một dòng “Tên: giá trị”; dòng tiếp của giá trị thụt vào hai dấu cách.",
      "Danh sách: mỗi thứ một dòng “  - …”. Để trống là xóa; dòng bị xóa đi thì giữ nguyên.",
      "Tên gõ tắt cũng được (ubbg, đba). Chủ trì: thêm ! ở cuối khi đã xác nhận.",
    ]
    let en = [
      "Edit \(code): save and leave; dondoc shows before → after, then asks.",
      "A field is a line “Name: value”; further lines of the value are indented by two blanks.",
      "Lists: a line “  - …” for each. Empty empties; a field whose line is gone stays as it is.",
      "Short names will do (ubbg, dba). Lead: a ! at the end once it is confirmed.",
    ]
    return (language == .vi ? vi : en).map { "# " + $0 }
  }

  private static let whyHelp = Words("Cần khi lùi hoặc bỏ hạn.", "Needed to put a deadline off.")

  private func lines(of field: Field) -> [String] {
    let name = field.words(language) + ":"
    let texts = (items[field] ?? []).map(\.text)
    if field.shape == .set { return [name] + texts.map { "  - " + $0 } }
    let lines = (texts.first ?? "").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let first = lines.first, !first.isEmpty else { return [name] }
    return [name + " " + first] + lines.dropFirst().map { $0.isEmpty ? "" : "  " + $0 }
  }

  /// The text with a remark over the line that is wrong.
  package static func marked(_ text: String, _ fault: Fault) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix(faultMark) }.map { String($0) }
    let place = max(0, min(lines.count, (fault.line ?? 1) - 1))
    lines.insert(faultMark + " " + fault.sentence, at: place)
    return lines.joined(separator: "\n")
  }

  // MARK: - Reading

  /// What the text changes.
  package func edit(
    from text: String, _ reader: EditReader, registry: Registry, on day: Day, _ surface: Surface
  ) throws(Fault) -> RecordEdit {
    var edits: [FieldEdit] = []
    var why: String?
    let blocks = try blocks(of: text)
    guard !blocks.isEmpty else {
      throw Fault(line: nil, sentence: SheetWords.emptied(language))
    }
    for block in blocks {
      guard let field = block.field else {
        why = block.lines.joined(separator: "\n")
        continue
      }
      do throws(EditError) {
        let after = field.shape == .set ? block.lines : [block.lines.joined(separator: "\n")]
        edits += try reader.changes(of: field, from: items[field] ?? [], to: after)
      } catch {
        throw Fault(
          line: block.line, sentence: error.words(naming: registry, on: surface)(language))
      }
    }
    return RecordEdit(edits, why: why?.contains { !$0.isWhitespace } == true ? why : nil, on: day)
  }

  /// Years whose holidays the deadline in the text is reckoned by, and that are not known.
  func yearsWithoutHolidays(in text: String, _ reader: EditReader) -> [Int] {
    let due = try? blocks(of: text).first { $0.field == .due }?.lines.joined(separator: "\n")
    return due.map { reader.yearsWithoutHolidays(for: $0) } ?? []
  }

  /// A field with its lines; nil for the reason.
  fileprivate struct Block {
    var field: Field?
    var line: Int
    var lines: [String]
  }

  private func blocks(of text: String) throws(Fault) -> [Block] {
    var blocks: [Block] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("#") { continue }
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank || line.first?.isWhitespace == true {
        guard !blocks.isEmpty || isBlank else {
          throw Fault(line: index + 1, sentence: SheetWords.noField(language))
        }
        if !blocks.isEmpty { blocks[blocks.count - 1].take(line) }
        continue
      }
      let block = try head(line, number: index + 1)
      guard !blocks.contains(where: { $0.field == block.field }) else {
        throw Fault(line: index + 1, sentence: SheetWords.twice(language))
      }
      blocks.append(block)
    }
    for index in blocks.indices { blocks[index].trim() }
    return blocks
  }

  private func head(_ line: Substring, number: Int) throws(Fault) -> Block {
    guard let colon = line.firstIndex(of: ":") else {
      throw Fault(line: number, sentence: SheetWords.noField(language))
    }
    let name = SearchWord.fold(String(line[..<colon]))
    let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
    let first = value.isEmpty ? [] : [String(value)]
    if [RecordSheet.why.vi, RecordSheet.why.en].map(SearchWord.fold).contains(name) {
      return Block(field: nil, line: number, lines: first)
    }
    let found = RecordSheet.fields.first { field in
      [field.words.vi, field.words.en].map(SearchWord.fold).contains(name)
    }
    guard let field = found else {
      throw Fault(line: number, sentence: SheetWords.unknown(String(line[..<colon]))(language))
    }
    var block = Block(field: field, line: number, lines: [])
    if field.shape == .set { first.forEach { block.take("  " + $0) } } else { block.lines = first }
    return block
  }
}

extension RecordSheet.Block {
  /// A further line: a thing of a list, or a line of the value.
  fileprivate mutating func take(_ line: some StringProtocol) {
    if field?.shape == .set {
      let text = line.drop { $0.isWhitespace || $0 == "-" }
      if !text.isEmpty { lines.append(String(text)) }
    } else {
      lines.append(String(line.hasPrefix("  ") ? line.dropFirst(2) : line.drop { $0 == "\t" }))
    }
  }

  fileprivate mutating func trim() {
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
  }
}

/// Sentences about the text that comes back from an editor.
enum SheetWords {
  static let emptied = Words(
    "Tệp trở về trống nên không sửa gì.", "The file came back empty, so nothing is changed.")
  static let noField = Words(
    "Dòng này không thuộc trường nào: viết “Tên: giá trị”, hoặc thụt vào nếu là tiếp dòng trên.",
    "This line belongs to no field: write “Name: value”, or indent it to go on with the one above.")
  static let twice = Words("Trường này được ghi hai lần.", "This field is given twice.")

  static func unknown(_ name: String) -> Words {
    Words(
      "Không có trường “\(name)”; giữ tên trường như lúc mở.",
      "There is no field “\(name)”; keep the names as they were.")
  }

  static func failed(_ editor: String, _ fault: OutsideEdit.Fault) -> Words {
    switch fault {
    case .exited(let code):
      Words(
        "“\(editor)” thoát với mã \(code) nên không sửa gì.",
        "“\(editor)” ended with code \(code), so nothing is changed.")
    case .notFound:
      Words(
        "Không chạy được “\(editor)”; đặt $VISUAL hoặc $EDITOR cho đúng.",
        "“\(editor)” cannot be run; set $VISUAL or $EDITOR.")
    case .killed(let signal):
      Words(
        "“\(editor)” bị ngắt (tín hiệu \(signal)) nên không sửa gì.",
        "“\(editor)” was ended by signal \(signal), so nothing is changed.")
    case .notText:
      Words(
        "Tệp trở về không phải văn bản UTF-8 nên không sửa gì.",
        "The file came back as something else than UTF-8 text, so nothing is changed.")
    case .tooLong:
      Words(
        "Tệp trở về dài quá 1 MB nên không sửa gì.",
        "The file came back longer than 1 MB, so nothing is changed.")
    case .system(let sentence):
      Words(
        "Không mở được tệp tạm: \(sentence).", "The temporary file cannot be used: \(sentence).")
    }
  }
}
