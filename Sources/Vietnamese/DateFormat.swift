/// Dates in words and figures. What these give, ``DateInput`` reads back.
package enum DateFormat {
  /// `02/10/2023`; `2 Oct 2023`.
  package static func day(_ date: CivilDate, _ language: Language) -> String {
    switch language {
    case .vi: "\(padded(date.day, to: 2))/\(padded(date.month, to: 2))/\(padded(date.year, to: 4))"
    case .en: "\(date.day) \(monthName(date.month)) \(padded(date.year, to: 4))"
    }
  }

  /// `thứ Hai, 02/10/2023`; `Monday, 2 Oct 2023`.
  package static func dayWithWeekday(_ date: CivilDate, _ language: Language) -> String {
    "\(weekday(date.weekday, language)), \(day(date, language))"
  }

  /// `02/10`; `2 Oct`: for a list where the year is plain.
  package static func dayWithoutYear(_ date: CivilDate, _ language: Language) -> String {
    switch language {
    case .vi: "\(padded(date.day, to: 2))/\(padded(date.month, to: 2))"
    case .en: "\(date.day) \(monthName(date.month))"
    }
  }

  /// `11/2023`; `Nov 2023`. `month` is 1...12.
  package static func month(_ month: Int, of year: Int, _ language: Language) -> String {
    switch language {
    case .vi: "\(padded(month, to: 2))/\(padded(year, to: 4))"
    case .en: "\(monthName(month)) \(padded(year, to: 4))"
    }
  }

  /// `năm 2023`; `2023`.
  package static func year(_ year: Int, _ language: Language) -> String {
    switch language {
    case .vi: "năm \(padded(year, to: 4))"
    case .en: padded(year, to: 4)
    }
  }

  /// A value at its own precision; `-` for no date.
  package static func value(_ value: DateInput.Value, _ language: Language) -> String {
    switch value {
    case .noDate: "-"
    case .day(let date): day(date, language)
    case .month(let year, let month): self.month(month, of: year, language)
    case .year(let year): self.year(year, language)
    }
  }

  /// `thứ Hai`…`Chủ nhật`; `Monday`…`Sunday`.
  package static func weekday(_ weekday: Weekday, _ language: Language) -> String {
    switch language {
    case .vi: vietnameseWeekday(weekday)
    case .en: englishWeekday(weekday)
    }
  }

  /// `T2`…`CN`; `Mon`…`Sun`.
  package static func shortWeekday(_ weekday: Weekday, _ language: Language) -> String {
    switch language {
    case .vi: weekday == .sunday ? "CN" : "T\(weekday.rawValue + 1)"
    case .en: String(englishWeekday(weekday).prefix(3))
    }
  }

  private static func vietnameseWeekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "thứ Hai"
    case .tuesday: "thứ Ba"
    case .wednesday: "thứ Tư"
    case .thursday: "thứ Năm"
    case .friday: "thứ Sáu"
    case .saturday: "thứ Bảy"
    case .sunday: "Chủ nhật"
    }
  }

  private static func englishWeekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The number itself for a month that is none.
  private static func monthName(_ month: Int) -> String {
    monthNames.indices.contains(month - 1) ? monthNames[month - 1] : String(month)
  }
}
