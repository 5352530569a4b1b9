import Testing

@testable import Vietnamese

@Test(arguments: [
  ("2023-10-02", "02/10/2023", "2 Oct 2023", "thứ Hai, 02/10/2023", "Monday, 2 Oct 2023"),
  ("2024-02-29", "29/02/2024", "29 Feb 2024", "thứ Năm, 29/02/2024", "Thursday, 29 Feb 2024"),
  ("0987-12-31", "31/12/0987", "31 Dec 0987", "thứ Hai, 31/12/0987", "Monday, 31 Dec 0987"),
])
func formatsDays(iso: String, vi: String, en: String, longVi: String, longEn: String) {
  #expect(DateFormat.day(day(iso), .vi) == vi)
  #expect(DateFormat.day(day(iso), .en) == en)
  #expect(DateFormat.dayWithWeekday(day(iso), .vi) == longVi)
  #expect(DateFormat.dayWithWeekday(day(iso), .en) == longEn)
}

@Test func formatsLessThanADay() {
  #expect(DateFormat.month(11, of: 2023, .vi) == "11/2023")
  #expect(DateFormat.month(3, of: 2023, .vi) == "03/2023")
  #expect(DateFormat.month(11, of: 2023, .en) == "Nov 2023")
  #expect(DateFormat.month(13, of: 2023, .en) == "13 2023")
  #expect(DateFormat.year(2023, .vi) == "năm 2023")
  #expect(DateFormat.year(2023, .en) == "2023")
  #expect(DateFormat.dayWithoutYear(day("2023-10-02"), .vi) == "02/10")
  #expect(DateFormat.dayWithoutYear(day("2023-10-02"), .en) == "2 Oct")
}

@Test func namesTheDaysOfTheWeek() {
  let vi = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
  #expect(Weekday.allCases.map { DateFormat.weekday($0, .vi) } == vi)
  let short = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
  #expect(Weekday.allCases.map { DateFormat.shortWeekday($0, .vi) } == short)
  let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  #expect(Weekday.allCases.map { DateFormat.shortWeekday($0, .en) } == en)
}

@Test(arguments: [
  ("0", "0", "0"), ("999", "999", "999"), ("1000", "1.000", "1,000"),
  ("1000000", "1.000.000", "1,000,000"), ("10.05", "10,05", "10.05"),
  ("-1234.50", "-1.234,50", "-1,234.50"),
  ("100000", "100.000", "100,000"),
  (
    "123456789012345678901234567890", "123.456.789.012.345.678.901.234.567.890",
    "123,456,789,012,345,678,901,234,567,890"
  ),
])
func formatsNumbersAsTheyStandInTheFile(json: String, vi: String, en: String) {
  #expect(VietnameseNumber.format(json, .vi) == vi)
  #expect(VietnameseNumber.format(json, .en) == en)
  #expect(VietnameseNumber.parse(vi, .vi) == json)
  #expect(VietnameseNumber.parse(en, .en) == json)
}

@Test(arguments: ["", "-", "1e6", "01", "1.", ".5", "1.2.3", "+1", "1,5", " 1", "NaN", "١"])
func formatsOnlyPlainJSONNumbers(json: String) {
  #expect(VietnameseNumber.format(json, .vi) == nil)
}

@Test func formatsIntegers() {
  #expect(VietnameseNumber.format(1_100_000, .vi) == "1.100.000")
  #expect(VietnameseNumber.format(-1_000, .en) == "-1,000")
  #expect(VietnameseNumber.format(Int.min, .vi) == "-9.223.372.036.854.775.808")
}

@Test(arguments: [
  ("1000000", "1000000", "1000000"), ("1.000.000", "1000000", "1000000"),
  ("1,000,000", "1000000", "1000000"), ("1 000 000", "1000000", "1000000"),
  ("1\u{A0}000", "1000", "1000"), (" 42 ", "42", "42"),
  ("10,05", "10.05", "10.05"), ("10.05", "10.05", "10.05"), ("10,5", "10.5", "10.5"),
  ("1.000,5", "1000.5", "1000.5"), ("1,000.5", "1000.5", "1000.5"),
  ("1.500", "1500", "1.500"), ("1,500", "1.500", "1500"),
  ("0.125", "0.125", "0.125"), ("0,125", "0.125", "0.125"), ("1234.567", "1234.567", "1234.567"),
  ("1.5000", "1.5000", "1.5000"), ("-1.000", "-1000", "-1.000"), ("\u{2212}5", "-5", "-5"),
  ("007", "7", "7"), ("-0", "0", "0"), ("000", "0", "0"), ("1 000,5", "1000.5", "1000.5"),
])
func readsNumbersTypedEitherWay(typed: String, vi: String, en: String) {
  #expect(VietnameseNumber.parse(typed, .vi) == vi)
  #expect(VietnameseNumber.parse(typed, .en) == en)
}

@Test(arguments: [
  "", " ", "-", "abc", "1,", ",5", ".", "1..000", "1.00.000", "10.0000.000", "0.000.000",
  "1.000,000,5", "1,000.000.5", "12 34", "1 000 00", "5%", "--5", "1e6", "+5", "１", "1.000.",
])
func refusesWhatIsNoNumber(typed: String) {
  #expect(VietnameseNumber.parse(typed, .vi) == nil)
  #expect(VietnameseNumber.parse(typed, .en) == nil)
}

@Test(arguments: Language.allCases)
func everyFormattedNumberReadsBack(language: Language) {
  var random = SeededGenerator(seed: 13)
  for _ in 0..<2000 {
    let whole = Int.random(in: -9_999_999...9_999_999, using: &random)
    let digits = Int.random(in: 0...4, using: &random)
    let fraction = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    let json = digits > 0 && whole != 0 ? "\(whole).\(fraction)" : "\(whole)"
    let shown = VietnameseNumber.format(json, language)
    #expect(shown.flatMap { VietnameseNumber.parse($0, language) } == json)
  }
}
