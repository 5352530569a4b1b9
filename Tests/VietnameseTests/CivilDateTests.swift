import Foundation
import Testing

@testable import Vietnamese

/// A day written `2026-03-15`; the test's own mistake gives the first day there is.
func day(_ iso: String) -> CivilDate {
  CivilDate(iso: iso) ?? .first
}

@Test(arguments: [
  (2023, 2, 28, true), (2023, 2, 29, false), (2024, 2, 29, true), (2024, 2, 30, false),
  (1900, 2, 29, false), (2000, 2, 29, true), (2023, 4, 30, true), (2023, 4, 31, false),
  (2023, 12, 31, true), (2023, 13, 1, false), (2023, 0, 1, false), (2023, 1, 0, false),
  (2023, 1, 32, false), (0, 1, 1, false), (1, 1, 1, true), (9999, 12, 31, true),
  (10000, 1, 1, false),
])
func knowsWhichDaysThereAre(year: Int, month: Int, day: Int, exists: Bool) {
  #expect((CivilDate(year: year, month: month, day: day) != nil) == exists)
}

@Test(arguments: [
  ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2000-03-01", 11017),
  ("2026-11-21", 20778), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
])
func countsDaysSince1970(iso: String, ordinal: Int) {
  #expect(day(iso).ordinal == ordinal)
  #expect(CivilDate(ordinal: ordinal) == day(iso))
}

@Test func everyDayOfFourCenturiesFollowsTheOneBefore() {
  var date = day("1799-12-31")
  for ordinal in (date.ordinal + 1)...day("2200-01-02").ordinal {
    let next = CivilDate(ordinal: ordinal)
    #expect(next.ordinal == ordinal)
    #expect(next > date)
    let isNextOfMonth = next.month == date.month && next.day == date.day + 1
    let isFirstOfMonth = next.day == 1 && date == date.lastOfMonth
    #expect(isNextOfMonth || isFirstOfMonth)
    #expect(next.weekday.rawValue == date.weekday.rawValue % 7 + 1)
    date = next
  }
}

@Test func holdsAtTheBordersOfTheCalendar() {
  #expect(CivilDate(ordinal: .max) == .last)
  #expect(CivilDate(ordinal: .min) == .first)
  #expect(CivilDate.last.adding(days: 1) == .last)
  #expect(CivilDate.first.adding(days: .min) == .first)
  #expect(CivilDate.last.adding(months: 1) == .last)
  #expect(CivilDate.first.adding(months: -1) == .first)
  #expect(day("2023-01-31").adding(months: .max) == .last)
  #expect(day("2023-01-31").adding(months: .min) == .first)
}

@Test(arguments: [
  ("2023-10-02", Weekday.monday), ("2026-11-21", .saturday), ("2025-07-01", .tuesday),
  ("1969-12-28", .sunday), ("0001-01-01", .monday),
])
func knowsTheWeekday(iso: String, weekday: Weekday) {
  #expect(day(iso).weekday == weekday)
}

@Test(arguments: [
  ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2023-12-15", 1, "2024-01-15"),
  ("2024-01-15", -1, "2023-12-15"), ("2024-02-29", 12, "2025-02-28"),
  ("2023-03-31", -25, "2021-02-28"), ("2023-05-31", 0, "2023-05-31"),
])
func addsMonths(from: String, months: Int, to: String) {
  #expect(day(from).adding(months: months).iso == to)
}

@Test(arguments: [
  ("2024-02-10", "2024-02-11", "2024-02-29", "2024-03-31", 1),
  ("2023-04-01", "2023-04-02", "2023-04-30", "2023-06-30", 2),
  ("2023-12-31", "2023-12-31", "2023-12-31", "2023-12-31", 4),
])
func knowsTheEndsOfPeriods(iso: String, week: String, month: String, quarter: String, number: Int) {
  #expect(day(iso).lastOfWeek.iso == week)
  #expect(day(iso).lastOfMonth.iso == month)
  #expect(day(iso).lastOfQuarter.iso == quarter)
  #expect(day(iso).lastOfYear.iso == "\(day(iso).year)-12-31")
  #expect(day(iso).quarter == number)
}

@Test(arguments: [
  ("2026-03-15", true), ("0999-01-01", true), ("2026-3-15", false), ("2026-02-30", false),
  ("2026/03/15", false), ("2026-03-15T", false), ("２026-3-15", false), ("", false),
  ("+026-03-15", false),
])
func readsOnlyTheFormOfTheFiles(text: String, isDay: Bool) {
  #expect(CivilDate(iso: text)?.iso == (isDay ? text : nil))
}

@Test(arguments: [
  (1, "2026-02-16", [Int]()), (2, "2026-02-24", []), (0, "2026-02-13", []), (-1, "2026-02-12", []),
])
func countsWorkingDaysAcrossTet(count: Int, expected: String, unknown: [Int]) {
  let tet = day("2026-02-17")...day("2026-02-23")
  let reached = day("2026-02-13").adding(workingDays: count) {
    $0.weekday.rawValue <= 5 && !tet.contains($0)
  }
  #expect(reached.day.iso == expected)
  #expect(reached.yearsWithoutHolidays == unknown)
}

@Test func namesTheYearsWhoseHolidaysItDoesNotKnow() {
  let reached = day("2026-12-30").adding(workingDays: 3) {
    $0.year == 2026 ? $0.weekday.rawValue <= 5 : nil
  }
  #expect(reached.day == day("2027-01-04"))
  #expect(reached.yearsWithoutHolidays == [2027])
}
