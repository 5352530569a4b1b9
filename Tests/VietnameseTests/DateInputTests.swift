import Foundation
import Testing

@testable import Vietnamese

/// A Wednesday.
private let today = day("2026-03-18")

private func read(
  _ text: String, on today: CivilDate = today, missingYear: DateInput.MissingYear = .upcoming
) throws(DateInputError) -> DateInput.Value {
  try DateInput.parse(text, today: today, missingYear: missingYear).value
}

@Test(arguments: [
  ("15/3/2026", "2026-03-15"), ("15-3-26", "2026-03-15"), ("15.03.2026", "2026-03-15"),
  ("15.3.26", "2026-03-15"), ("2026-03-15", "2026-03-15"), ("2026/3/5", "2026-03-05"),
  (" 15 / 3 / 2026 ", "2026-03-15"), ("1/2/69", "2069-02-01"), ("1/2/70", "1970-02-01"),
  ("1/2/00", "2000-02-01"), ("1/2/99", "1999-02-01"), ("29/2/2024", "2024-02-29"),
  ("ngày 15/3/2026", "2026-03-15"), ("15 tháng 3 năm 2026", "2026-03-15"),
  ("ngày 15 tháng 3/2026", "2026-03-15"), ("2 Oct 2023", "2023-10-02"),
  ("2 october 2023", "2023-10-02"), ("１５/３/２０２６", "2026-03-15"),
  ("thứ Hai, 02/10/2023", "2023-10-02"), ("Mon 2 Oct 2023", "2023-10-02"),
  ("Thu, 5 Oct 2023", "2023-10-05"), ("thứ 5 5/10/2023", "2023-10-05"),
])
func readsDays(written: String, iso: String) throws {
  #expect(try read(written) == .day(day(iso)))
  #expect(try read(written.decomposedStringWithCanonicalMapping) == .day(day(iso)))
  #expect(try read(written.uppercased()) == .day(day(iso)))
}

@Test(arguments: [
  ("18/3", "2026-03-18"), ("19/3", "2026-03-19"), ("17/3", "2027-03-17"), ("15-3", "2027-03-15"),
  ("31.12", "2026-12-31"), ("1/1", "2027-01-01"), ("29/2", "2028-02-29"),
  ("5 tháng 4", "2026-04-05"), ("5 Apr", "2026-04-05"),
])
func aDayWithoutAYearIsTheNextOne(written: String, iso: String) throws {
  #expect(try read(written) == .day(day(iso)))
}

@Test(arguments: [
  ("18/3", "2026-03-18"), ("17/3", "2026-03-17"), ("17/9", "2025-09-17"), ("16/9", "2026-09-16"),
  ("28/12", "2025-12-28"), ("29/2", "2028-02-29"),
])
func aDayWithoutAYearCanBeTheNearest(written: String, iso: String) throws {
  #expect(try read(written, missingYear: .nearest) == .day(day(iso)))
}

@Test(arguments: [
  ("hôm nay", "2026-03-18"), ("Hom Nay", "2026-03-18"), ("today", "2026-03-18"),
  ("mai", "2026-03-19"), ("ngày mai", "2026-03-19"), ("tomorrow", "2026-03-19"),
  ("mốt", "2026-03-20"), ("ngày kia", "2026-03-20"), ("hôm qua", "2026-03-17"),
  ("yesterday", "2026-03-17"), ("hôm kia", "2026-03-16"),
  ("thứ 6", "2026-03-20"), ("thu 6", "2026-03-20"), ("t6", "2026-03-20"), ("T6", "2026-03-20"),
  ("thứ Sáu", "2026-03-20"), ("friday", "2026-03-20"), ("fri", "2026-03-20"),
  ("thứ tư", "2026-03-25"), ("t4", "2026-03-25"), ("wed", "2026-03-25"), ("t3", "2026-03-24"),
  ("thứ năm", "2026-03-19"), ("Thu", "2026-03-19"), ("next thu", "2026-03-26"),
  ("chủ nhật", "2026-03-22"), ("cn", "2026-03-22"),
  ("t7", "2026-03-21"), ("t2", "2026-03-23"),
  ("thứ 6 tuần sau", "2026-03-27"), ("next friday", "2026-03-27"), ("t6 tuần tới", "2026-03-27"),
  ("friday next week", "2026-03-27"), ("thứ 2 tuần sau", "2026-03-23"),
  ("thứ 6 tuần này", "2026-03-20"), ("this monday", "2026-03-16"), ("cn tuần này", "2026-03-22"),
  ("thứ 6 tuần trước", "2026-03-13"),
])
func readsDaysNearToday(written: String, iso: String) throws {
  #expect(try read(written) == .day(day(iso)))
  #expect(try read(written.decomposedStringWithCanonicalMapping) == .day(day(iso)))
}

@Test(arguments: [
  ("+10", "2026-03-28"), ("+0", "2026-03-18"), ("-3", "2026-03-15"), ("+10 ngày", "2026-03-28"),
  ("+7d", "2026-03-25"), ("+2t", "2026-04-01"), ("+2 tuần", "2026-04-01"), ("+2w", "2026-04-01"),
  ("-1 week", "2026-03-11"), ("+1th", "2026-04-18"), ("+1 tháng", "2026-04-18"),
  ("+1m", "2026-04-18"), ("+1 năm", "2027-03-18"), ("+1y", "2027-03-18"),
  ("+5nlv", "2026-03-25"), ("+5wd", "2026-03-25"), ("+3 ngày làm việc", "2026-03-23"),
  ("+2 working days", "2026-03-20"), ("-3nlv", "2026-03-13"),
])
func readsSteps(written: String, iso: String) throws {
  #expect(try read(written) == .day(day(iso)))
}

@Test func warnsOfAYearWithoutHolidays() throws {
  let reading = try DateInput.parse("+5nlv", today: day("2026-12-28")) {
    $0.year == 2026 ? $0.weekday.rawValue <= 5 : nil
  }
  #expect(reading == .init(value: .day(day("2027-01-04")), yearsWithoutHolidays: [2027]))
  let calendar = try DateInput.parse("+5", today: day("2026-12-28"))
  #expect(calendar.yearsWithoutHolidays == [])
}

@Test(arguments: [
  ("cuối tuần", "2026-03-22"), ("cuối tuần sau", "2026-03-29"), ("cuối tháng", "2026-03-31"),
  ("cuối quý", "2026-03-31"), ("cuối năm", "2026-12-31"), ("cuối tháng 6", "2026-06-30"),
  ("cuối tháng 3", "2026-03-31"), ("cuối tháng 2", "2027-02-28"),
  ("cuối tháng 2/2024", "2024-02-29"), ("cuối tháng sau", "2026-04-30"),
  ("cuối quý III", "2026-09-30"), ("cuối quý 1/2027", "2027-03-31"),
  ("cuối năm 2027", "2027-12-31"), ("cuối năm sau", "2027-12-31"), ("cuối năm nay", "2026-12-31"),
  ("end of week", "2026-03-22"), ("end of the month", "2026-03-31"),
  ("end of quarter", "2026-03-31"), ("end of year", "2026-12-31"), ("end of 2027", "2027-12-31"),
  ("end of June", "2026-06-30"), ("end of next month", "2026-04-30"), ("eom", "2026-03-31"),
  ("quý 3", "2026-09-30"), ("quý 1", "2026-03-31"), ("quý III/2026", "2026-09-30"),
  ("quý iv năm 2025", "2025-12-31"), ("q2", "2026-06-30"), ("Q4 2026", "2026-12-31"),
  ("quý sau", "2026-06-30"), ("next quarter", "2026-06-30"),
])
func readsEndsOfPeriods(written: String, iso: String) throws {
  #expect(try read(written) == .day(day(iso)))
}

@Test(arguments: [
  ("tháng 11", 2026, 11), ("tháng 3", 2026, 3), ("tháng 2", 2027, 2), ("11/2023", 2023, 11),
  ("11-2023", 2023, 11), ("tháng 11/2023", 2023, 11), ("tháng 11 năm 2023", 2023, 11),
  ("2023-11", 2023, 11), ("Nov 2023", 2023, 11), ("november", 2026, 11), ("may", 2026, 5),
  ("tháng sau", 2026, 4), ("tháng này", 2026, 3), ("last month", 2026, 2),
  ("tháng 5 năm sau", 2027, 5),
])
func readsMonths(written: String, year: Int, month: Int) throws {
  #expect(try read(written) == .month(year: year, month: month))
}

@Test(arguments: [
  ("2023", 2023), ("năm 2023", 2023), ("nam 23", 2023), ("năm nay", 2026), ("năm sau", 2027),
  ("năm ngoái", 2025), ("next year", 2027), ("1900", 1900), ("2199", 2199),
])
func readsYears(written: String, year: Int) throws {
  #expect(try read(written) == .year(year))
}

@Test(arguments: ["-", "–", " - ", "không", "KHONG", "không có hạn", "none", "no date"])
func readsNoDate(written: String) throws {
  #expect(try read(written) == .noDate)
}

@Test(arguments: [
  (DateInput.Value.noDate, nil), (.day(day("2024-02-10")), "2024-02-10"),
  (.month(year: 2024, month: 2), "2024-02-29"), (.month(year: 2023, month: 12), "2023-12-31"),
  (.year(2023), "2023-12-31"), (.month(year: 2023, month: 13), nil),
])
func resolvesToTheLastDay(value: DateInput.Value, iso: String?) {
  #expect(value.lastDay?.iso == iso)
}

@Test(
  arguments: [
    ("31/2", 31, 2, nil), ("31/2/2026", 31, 2, 2026), ("29/2/2025", 29, 2, 2025),
    ("3/15/2026", 3, 15, 2026), ("11/23", 11, 23, nil), ("0/3", 0, 3, nil), ("32/1", 32, 1, nil),
    ("2026-13-01", 1, 13, 2026), ("tháng 13", nil, 13, nil), ("13/2026", nil, 13, 2026),
    ("tháng 0/2026", nil, 0, 2026), ("31 tháng 4", 31, 4, nil),
  ] as [(String, Int?, Int, Int?)])
func namesTheDayThatIsNot(written: String, day: Int?, month: Int, year: Int?) {
  #expect(throws: DateInputError.impossible(day: day, month: month, year: year)) {
    try read(written)
  }
}

@Test(arguments: [
  "", " ", "ngày", "tháng", "quý", "năm", "tuần", "15", "15/", "/3", "15/3/", "15/3-2026",
  "15/3/2026/1", "15/3/202", "123/4", "thứ 8", "thứ 1", "t1", "t8", "quý 5", "quý 0", "q5",
  "sớm", "hôm", "+", "+x", "+5 x", "++5", "+1234567", "5 ngày", "cuối", "cuối ngày", "end of",
  "15/3 x", "tháng 3/", "tháng 3 năm", "2023 2024", "mai mai", "next", "15:30", "thứ 6 x",
  "1000000000000000000000", "北", "thứ 6 tuần", "2 Foo 2023",
])
func refusesWhatIsNoDate(written: String) {
  #expect(throws: DateInputError.notADate(written)) { try read(written) }
}

@Test func tellsWhatPeopleMeanInMoreThanOneWay() {
  #expect(
    throws: DateInputError.ambiguous(
      "+1n", readings: [.day(day("2026-03-19")), .day(day("2027-03-18"))])
  ) { try read("+1n") }
  #expect(
    throws: DateInputError.ambiguous(
      "tuần sau", readings: [.day(day("2026-03-29")), .day(day("2026-03-23"))])
  ) { try read("tuần sau") }
  #expect(
    throws: DateInputError.ambiguous(
      "thứ Ba 2/10/2023", readings: [.day(day("2023-10-02")), .day(day("2026-03-24"))])
  ) { try read("thứ Ba 2/10/2023") }
}

@Test(arguments: [
  "1/1/1899", "1/1/2200", "1899", "2200", "9999-12-31", "+999999", "-999999", "+10000nlv",
  "0000-01-01", "+99999th", "12/2200", "quý 1/0000", "năm 0000",
])
func refusesDatesTooFarAway(written: String) {
  do {
    let value = try read(written)
    Issue.record("read as \(value)")
  } catch .outOfRange(let text) {
    #expect(text == written)
  } catch .impossible(_, _, year: 0) {
    // The calendar has no year 0.
  } catch {
    Issue.record(error)
  }
}

@Test(arguments: Language.allCases)
func everyFormattedDateReadsBack(language: Language) throws {
  var random = SeededGenerator(seed: 5)
  let days = day("1900-01-01").ordinal...day("2199-12-31").ordinal
  for _ in 0..<3000 {
    let date = CivilDate(ordinal: Int.random(in: days, using: &random))
    let now = CivilDate(ordinal: Int.random(in: days, using: &random))
    let values: [DateInput.Value] = [
      .noDate, .day(date), .month(year: date.year, month: date.month), .year(date.year),
    ]
    for value in values {
      let written = DateFormat.value(value, language)
      #expect(try read(written, on: now) == value, "\(written)")
    }
    #expect(try read(DateFormat.dayWithWeekday(date, language), on: now) == .day(date))
    #expect(try read(date.iso, on: now) == .day(date))
    #expect(CivilDate(iso: date.iso) == date)
  }
}

@Test(arguments: Language.allCases)
func everyWeekdayReadsBackAsTheNextOne(language: Language) throws {
  for weekday in Weekday.allCases {
    for ordinal in 20000..<20007 {
      let today = CivilDate(ordinal: ordinal)
      for name in [
        DateFormat.weekday(weekday, language), DateFormat.shortWeekday(weekday, language),
      ] {
        let next = try #require(try read(name, on: today).lastDay)
        #expect(next.weekday == weekday)
        #expect((1...7).contains(next.ordinal - ordinal))
      }
    }
  }
}

@Test func anyJumbleOfWordsIsReadOrRefused() {
  var random = SeededGenerator(seed: 9)
  let pieces = [
    "thứ", "t", "6", "31", "2", "2026", "/", "-", ".", "+", "tháng", "quý", "iii", "năm", "cuối",
    "tuần", "sau", "next", "week", "fri", "of", "end", "mai", "nlv", "ngày", "oct", "0",
  ]
  for _ in 0..<5000 {
    let written = (0..<Int.random(in: 1...6, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
    let near = try? read(written, missingYear: .nearest)
    let ahead = try? read(written)
    if let last = near?.lastDay { #expect(DateInput.years.contains(last.year)) }
    #expect((near == nil) == (ahead == nil), "\(written)")
  }
}
