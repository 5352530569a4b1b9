/// The folded words of dates in both languages.
enum DateWords {
  static let noDate: Set<[String]> = [
    ["khong"], ["khong", "co"], ["khong", "han"], ["khong", "co", "han"], ["none"],
    ["no", "date"],
  ]

  /// Days from today.
  static let nearDays: [[String]: Int] = [
    ["hom", "nay"]: 0, ["today"]: 0,
    ["mai"]: 1, ["ngay", "mai"]: 1, ["tomorrow"]: 1,
    ["mot"]: 2, ["ngay", "mot"]: 2, ["ngay", "kia"]: 2, ["day", "after", "tomorrow"]: 2,
    ["hom", "qua"]: -1, ["yesterday"]: -1,
    ["hom", "kia"]: -2, ["day", "before", "yesterday"]: -2,
  ]

  /// After `thứ`.
  static let weekdayNumbers: [String: Weekday] = [
    "hai": .monday, "ba": .tuesday, "tu": .wednesday, "nam": .thursday, "sau": .friday,
    "bay": .saturday,
  ]

  static let englishWeekdays: [String: Weekday] = [
    "monday": .monday, "mon": .monday,
    "tuesday": .tuesday, "tue": .tuesday, "tues": .tuesday,
    "wednesday": .wednesday, "wed": .wednesday,
    "thursday": .thursday, "thur": .thursday, "thurs": .thursday,
    "friday": .friday, "fri": .friday,
    "saturday": .saturday, "sat": .saturday,
    "sunday": .sunday, "sun": .sunday,
  ]

  static let englishMonths: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11, "nov": 11,
    "december": 12, "dec": 12,
  ]

  static let romanQuarters: [String: Int] = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  /// After a unit of time, in Vietnamese: how many units from the present one.
  static let shiftsAfter: [String: Int] = [
    "nay": 0, "sau": 1, "toi": 1, "truoc": -1, "qua": -1, "ngoai": -1,
  ]

  /// Before a unit of time, in English.
  static let shiftsBefore: [String: Int] = ["this": 0, "next": 1, "last": -1]

  static let units: [String: DateUnit] = [
    "tuan": .week, "week": .week, "thang": .month, "month": .month, "quy": .quarter,
    "quarter": .quarter, "nam": .year, "year": .year,
  ]

  static let ends: [String: DateUnit] = [
    "eow": .week, "eom": .month, "eoq": .quarter, "eoy": .year,
  ]

  /// After the number of a step.
  static let steps: [[String]: DateStep] = [
    []: .days, ["ngay"]: .days, ["d"]: .days, ["day"]: .days, ["days"]: .days,
    ["t"]: .weeks, ["tuan"]: .weeks, ["w"]: .weeks, ["week"]: .weeks, ["weeks"]: .weeks,
    ["th"]: .months, ["thang"]: .months, ["m"]: .months, ["month"]: .months, ["months"]: .months,
    ["nam"]: .years, ["y"]: .years, ["year"]: .years, ["years"]: .years,
    ["nlv"]: .workingDays, ["ngay", "lam", "viec"]: .workingDays, ["wd"]: .workingDays,
    ["workdays"]: .workingDays, ["working", "day"]: .workingDays,
    ["working", "days"]: .workingDays,
    ["n"]: .daysOrYears,
  ]
}

/// A unit of the calendar that has an end.
enum DateUnit {
  case week, month, quarter, year
}

/// What a step such as `+5` counts.
enum DateStep {
  case days, weeks, months, years, workingDays
  /// `n` is the first letter of both *ngày* and *năm*.
  case daysOrYears
}
