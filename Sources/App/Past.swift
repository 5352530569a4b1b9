package import Model
internal import Terminal
internal import Vietnamese

/// The past day the register is shown of, and the day in force that it is left for.
package struct PastView: Equatable, Sendable {
  package var day: Day
  package var present: Day

  package init(day: Day, present: Day) {
    self.day = day
    self.present = present
  }

  /// Why nothing is changed there.
  package var refusal: Words {
    Words(
      "Đang xem sổ ngày \(DeadlineText(.vi).day(day)) nên không ghi được; Esc về hiện tại.",
      "This is the register of \(DeadlineText(.en).day(day)), to be read only; Esc goes back.")
  }
}

extension FormLayer {
  /// Asks for the day to go to.
  static var past: FormLayer {
    FormLayer(
      .past, title: Words("Xem sổ như ngày", "The register as of"), slot: 0, key: "",
      fields: [
        FormField(
          .on, Words("Ngày (15/3/2023)", "Day (15/3/2023)"), .date, isRequired: true)
      ])
  }
}

extension AppState {
  mutating func submitPast(_ form: FormLayer) -> [Effect] {
    do throws(DateInputError) {
      let typed = form.text(.on) ?? ""
      let value = try DateInput.parse(typed, today: today.civil, missingYear: .nearest).value
      if let day = value.lastDay.map({ Day($0) }) {
        layers.removeLast()
        return [.travel(day)]
      }
      throw .notADate(typed)
    } catch {
      var form = form
      form.fault = FormFault(question: .on, sentence: error.words(language))
      layers[layers.count - 1] = .form(form)
      return []
    }
  }

  /// The files of another day have come.
  mutating func arrive(
    _ day: Day?, _ chunks: [ChunkNews], _ problems: [RegisterProblem]
  ) -> [Effect] {
    for news in chunks { register.place(news.chunk, in: news.slot) }
    self.problems += problems.filter { !self.problems.contains($0) }
    let present = past?.present ?? context.today
    past = day.map { PastView(day: $0, present: present) }
    context.today = day ?? present
    detail.record = nil
    detail.ahead = []
    recount()
    if day == nil { say(Words("Đã về sổ hiện tại.", "Back to the present register.")) }
    return openSelected()
  }
}

extension Drawing {
  /// In the status line, over the register's name: what is shown is not the present.
  mutating func pastMark(_ past: PastView, row: Int, upTo end: Int) {
    let day = DeadlineText(state.language).day(past.day)
    let text = say(Words("XEM NGÀY \(day) – chỉ đọc", "AS OF \(day) – read only"))
    canvas.fill(Rect(row: row, column: 8, rows: 1, columns: max(0, end - 8)), style: style(.text))
    canvas.write(
      " \(text) ", row: row, column: 9,
      width: max(0, min(TextWidth.columns(of: text) + 2, end - 9)),
      style: style(.waiting).reversed)
  }
}
