internal import Model
internal import Vietnamese

extension AppState {
  /// The day, with its weekday, that is so far from an event, or why there is none; and whether
  /// the holidays it was counted by are known.
  func echo(of typed: TypedOffset) -> (text: String, isCertain: Bool) {
    switch register.event(ofCode: typed.event) {
    case .unknown: return ("…", true)
    case .unfit(let fault): return (fault.words(typed.event)(language), true)
    case .event(let key, let day):
      guard let day else {
        let offset = EventOffset(event: key, typed.span)
        let text = EventText(language).due(offset, code: typed.event.uppercased(), day: nil)
        return ("= " + text, true)
      }
      let (found, unknown) = typed.span.day(from: day, isWorked: calendar.isWorked)
      let warning = unknown.isEmpty ? "" : CommandWords.holidaysMissing(unknown)(language)
      return ("= " + DateFormat.dayWithWeekday(found.civil, language) + warning, unknown.isEmpty)
    }
  }
}
