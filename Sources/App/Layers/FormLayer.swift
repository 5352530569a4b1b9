package import Model
internal import Terminal

/// A few questions about one record, or all its fields, answered one after the other.
package struct FormLayer: Equatable, Sendable {
  /// What the answers are for.
  package enum Purpose: Equatable, Sendable {
    case step(Status)
    case note, due, lead, chase
    /// Fields of the record, of which those that differ are changed.
    case edit
    /// Tags that join, or that leave.
    case tags(isJoining: Bool)
    case acceptance, putOff, split
    /// What one side says of a task in a year's review.
    case rating(ReviewSide, year: Int)
    /// Another value than those a conflict is between.
    case settle(Conflict.Matter)
    /// The day the time machine goes to.
    case past
  }

  package var purpose: Purpose
  package var title: Words
  package var slot: Int
  package var key: String
  /// The record's newest changes when the form was opened.
  package var seen: [Change.ID] = []
  package var fields: [FormField]
  package var active = 0
  /// What the answers are for, where that is more than one record.
  package var targets = Targets()
  /// What is wrong with the answers, under the field it is about.
  package var fault: FormFault?
  /// The fields as they were when the form was opened.
  let before: [FormField]
  /// What the record's fields hold, where the form is of those.
  var items: [Field: [EditItem]] = [:]
  var reader: SharedReader?
  /// Whether Esc was pressed and what was typed would be thrown away by another.
  package var isLeaving = false
  /// Which rows show, of a form longer than the screen.
  var window = Window()

  package init(_ purpose: Purpose, title: Words, slot: Int, key: String, fields: [FormField]) {
    self.purpose = purpose
    self.title = title
    self.slot = slot
    self.key = key
    self.fields = fields
    before = fields
  }

  package func field(_ question: FormQuestion) -> FormField? {
    fields.first { $0.question == question }
  }

  /// Whether anything was answered otherwise than it stood.
  package var isChanged: Bool {
    zip(fields, before).contains { $0.differs(from: $1) }
  }

  /// Whether throwing it away would lose more than a word or two.
  var isWorthAsking: Bool {
    guard isChanged else { return false }
    return purpose == .edit
      || fields.contains { $0.kind == .note && $0.input.characters.count > 40 }
  }
}

extension Layer {
  /// A form remembers what the person saw: what others change while it is open is not answered by it.
  func based(on record: Record?) -> Layer {
    guard case .form(var form) = self, let record, record.key == form.key else { return self }
    form.seen = record.adopted.newest
    return .form(form)
  }
}

package struct FormFault: Equatable, Sendable, Error {
  package var question: FormQuestion
  package var sentence: String
}

/// A reader that several states share; making one costs more than reading with it.
final class SharedReader: Equatable, Sendable {
  let reader: EditReader

  init(_ reader: EditReader) { self.reader = reader }

  static func == (one: SharedReader, other: SharedReader) -> Bool { one === other }
}

extension AppState {
  /// Reads what is typed for the fields of records of this register.
  var editReader: EditReader {
    let (register, calendar) = (register, calendar)
    return EditReader(
      picker: EntryPicker(register.registry, today: today, letters: register.lettersInUse),
      forms: .catalogue, today: today,
      key: { code in
        guard let place = register.place(ofCode: code.uppercased()),
          let (chunk, row) = register.row(at: place)
        else { return nil }
        return chunk.key(row)
      }, isWorkingDay: { calendar.isWorked(Day($0)) },
      event: { register.event(ofCode: $0) })
  }
}

// MARK: - Where it stands

extension FormLayer {
  static let labelWidth = 26

  /// The frame, and what is inside of it.
  func frame(in size: Size) -> (frame: Rect, inner: Rect) {
    let isLong = purpose == .edit && fields.count > 1
    let width = isLong ? min(104, size.columns - 6) : min(78, size.columns - 8)
    let rows =
      isLong ? size.rows : rowCounts(width: valueWidth(of: width)).reduce(0, +) + 4 + headRows
    let rect = Rect(size).centred(
      Size(rows: min(rows, size.rows - 2), columns: min(width + 4, size.columns - 2)))
    return (rect, rect.inset(rows: 1, columns: 2))
  }

  /// Where the questions stand: below what is said of hidden marks, above the keys.
  func room(in inner: Rect) -> Rect {
    inner.rows(from: headRows, count: max(0, inner.rows - 1 - headRows))
  }

  private var headRows: Int { targets.hiddenWords == nil ? 0 : 1 }

  private func valueWidth(of width: Int) -> Int {
    width - min(FormLayer.labelWidth, width / 3) - 2
  }

  /// The columns that answers have.
  func valueWidth(in size: Size) -> Int {
    max(8, valueWidth(of: frame(in: size).inner.columns))
  }

  /// The rows of each field: its heading, itself, its choices or suggestions, what is said below.
  func rowCounts(width: Int) -> [Int] {
    fields.indices.map { index in
      let field = fields[index]
      let isActive = index == active
      var rows = field.section == nil ? 1 : 3
      if index == 0, field.section != nil { rows -= 1 }
      switch field.kind {
      case .choice(let choices): rows += isActive ? choices.count - 1 : 0
      case .names: rows += isActive ? namesRows(field, width: width) : 0
      case .date, .dateOrReason: rows += isActive ? 1 : 0
      case .note: rows += isActive ? field.shownLines(width: width) - 1 : 0
      case .text, .year, .code: break
      }
      return rows + (sentence(about: index) == nil ? 0 : 1)
    }
  }

  private func namesRows(_ field: FormField, width: Int) -> Int {
    let suggestions =
      purpose == .edit && fields.count > 1
      ? max(1, field.picker.suggestions.count) : Picker.mostSuggestions
    return suggestions + field.chips(width: width).count
  }

  /// What is wrong with the answer to a field.
  func sentence(about index: Int) -> String? {
    if let fault, fault.question == fields[index].question { return fault.sentence }
    return fields[index].complaint
  }

  /// Scrolls so that the active field shows.
  mutating func followActive(in size: Size) {
    let width = valueWidth(in: size)
    let counts = rowCounts(width: width)
    let height = max(1, room(in: frame(in: size).inner).rows)
    let start = counts[..<active].reduce(0, +)
    let end = start + counts[active]
    if end > window.top + height { window.top = end - height }
    if start < window.top { window.top = start }
    window.top = max(0, min(window.top, counts.reduce(0, +) - height))
    let lines = fields[active].input.lines(width: width)
    fields[active].window.follow(
      fields[active].input.place(in: lines).line, of: lines.count,
      height: fields[active].shownLines(width: width))
  }
}

extension FormField {
  /// What is chosen of several, in lines over the words that are typed.
  func chips(width: Int) -> [String] {
    guard case .names = kind, picker.takesSeveral, !picker.chosen.isEmpty else { return [] }
    let chips = picker.chosen.enumerated().map { index, choice in
      index == picker.chip ? "[×\(choice.name)]" : "[\(choice.name)]"
    }
    return TextWidth.wrap(chips.joined(separator: " "), to: width)
  }
}
