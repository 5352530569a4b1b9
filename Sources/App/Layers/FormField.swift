package import Model
package import Vietnamese

/// What a field of a form asks.
package enum FormQuestion: Hashable, Sendable {
  case required(Requirement)
  /// The day the fact belongs to.
  case on
  /// Further words that may be left out.
  case remark
  /// Whether a lead is confirmed.
  case firmness
  case due
  case reason
  /// The value of a record's field.
  case field(Field)
  /// How the records that are linked next stand to this one.
  case relation
  case expectedResult, officer
  /// Of a chase: how, to whom, with which paper, and by when an answer is asked for.
  case channel, recipient, paper, replyBy
  /// The title of a part, counted from 0.
  case part(Int)
}

/// One question with the answer so far.
package struct FormField: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case text
    /// Text of several lines.
    case note
    /// A date as people write it.
    case date
    /// A date, or any other words as the reason for none.
    case dateOrReason
    /// Names, found by any part of them.
    case names(Picker.Source)
    case year
    /// The code of a record.
    case code
    case choice([Words])
  }

  package var question: FormQuestion
  package var label: Words
  package var kind: Kind
  package var isRequired: Bool
  package var input: TextField
  package var picker = Picker()
  /// Which of the choices.
  package var selected = 0
  /// Which lines of a long text show.
  package var window = Window()
  /// What is wrong with the answer, found when the person went on.
  package var complaint: String?
  /// The heading that stands over it.
  package var section: Words?

  package init(
    _ question: FormQuestion, _ label: Words, _ kind: Kind, isRequired: Bool, text: String = ""
  ) {
    self.question = question
    self.label = label
    self.kind = kind
    self.isRequired = isRequired
    input = TextField(text, isMultiline: kind == .note)
  }

  /// A question that is answered by names.
  package init(
    _ question: FormQuestion, _ label: Words, names source: Picker.Source, _ picker: Picker,
    isRequired: Bool = false
  ) {
    self.init(question, label, .names(source), isRequired: isRequired)
    self.picker = picker
  }

  /// The words of the answer; nil where there are none.
  package var text: String? {
    let text: String
    switch kind {
    case .names: text = picker.text
    case .text, .note, .date, .dateOrReason, .year, .code, .choice: text = input.text
    }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  /// What the date typed comes to; nil for anything else.
  package func reading(
    today: Day, _ calendar: WorkingCalendar = WorkingCalendar()
  ) -> DateInput.Reading? {
    try? DateInput.parse(input.text, today: today.civil) { calendar.isWorked(Day($0)) }
  }

  /// Whether the answer is another than in `before`.
  func differs(from before: FormField) -> Bool {
    // A relation says nothing until a record is linked by it.
    guard question != .relation else { return false }
    return input.characters != before.input.characters || picker.chosen != before.picker.chosen
      || picker.isOpen || selected != before.selected
  }

  /// The lines its text takes while it is typed.
  func shownLines(width: Int) -> Int {
    min(FormField.mostLines, max(2, input.lines(width: width).count))
  }

  private static let mostLines = 8
}

extension FormField.Kind {
  /// Whether Vietnamese is typed there; a year and a code are letters and digits only.
  var isProse: Bool {
    switch self {
    case .text, .note, .date, .dateOrReason, .names: true
    case .year, .code, .choice: false
    }
  }
}
