package import Model
package import Vietnamese

/// How the work goes, a fact a line: the dashboard for those who have lines read to them.
package struct CourseText: Sendable {
  private let course: Course
  private let language: Language

  package init(_ course: Course, _ language: Language) {
    self.course = course
    self.language = language
  }

  private func say(_ words: Words) -> String { words(language) }
  private func number(_ number: Int) -> String { VietnameseNumber.format(number, language) }

  package func lines() -> [String] { held() + ages() + months() + recent() }

  private func held() -> [String] {
    Holder.allCases.map { holder in
      let held = course.held(by: holder)
      let (count, days) = (number(held.count), number(held.days))
      return say(holder.words) + ": "
        + say(Words("\(count) mục, \(days) ngày chờ", "\(count) records, \(days) days"))
    }
  }

  private func ages() -> [String] {
    let ages = Course.Age.allCases.map { say($0.words) + " " + number(course.count($0)) }
    return [say(Words("Đang mở, theo tuổi: ", "Open, by age: ")) + ages.joined(separator: " · ")]
  }

  /// Months in which something came in or was done.
  private func months() -> [String] {
    course.months.filter { $0.raised + $0.done > 0 }.map { month in
      let name = DateFormat.month(month.first.civil.month, of: month.first.year, language)
      let (new, done) = (number(month.raised), number(month.done))
      return name + ": " + say(Words("\(new) mới, \(done) xong", "\(new) new, \(done) done"))
    }
  }

  private func recent() -> [String] {
    let events = Course.Recent.allCases.map { say($0.counted(course.count($0))) }
    return [say(Words("7 ngày qua: ", "The last 7 days: ")) + events.joined(separator: " · ")]
  }
}
