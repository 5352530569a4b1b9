import App
import Model
import Vietnamese

/// Reads the dates of a command line.
struct TypedDates {
  let today: Day
  let language: Language
  /// Whether a day is worked; nil where that year's holidays are not known.
  var isWorkingDay: @Sendable (CivilDate) -> Bool? = { _ in nil }

  /// One day.
  func day(
    _ typed: String, option: String, missingYear: DateInput.MissingYear = .nearest
  ) throws(Failure) -> Day {
    guard case .day(let day) = try read(typed, missingYear).value else {
      throw Failure(CommandWords.notADay(option, typed), language, .usage)
    }
    return Day(day)
  }

  /// A deadline as exactly as it was typed; nil for none.
  func deadline(_ typed: String) throws(Failure) -> Deadline? {
    let reading = try read(typed, .upcoming)
    if !reading.yearsWithoutHolidays.isEmpty {
      Output.complain(CommandWords.holidaysUnknown(reading.yearsWithoutHolidays)(language))
    }
    return Deadline(reading.value)
  }

  private func read(
    _ typed: String, _ missingYear: DateInput.MissingYear
  ) throws(Failure) -> DateInput.Reading {
    do throws(DateInputError) {
      return try DateInput.parse(
        nfc(typed), today: today.civil, missingYear: missingYear, isWorkingDay: isWorkingDay)
    } catch {
      throw Failure(error.words, language, .usage)
    }
  }
}
