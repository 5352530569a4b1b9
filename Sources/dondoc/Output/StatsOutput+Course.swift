import App
import Model
import Vietnamese

extension StatsOutput {
  /// Months, ages, who holds what, and the last seven days.
  func addCourse(to json: inout JSONText) {
    let course = statistics.course
    json.member("months")
    json.openList()
    for month in course.months {
      json.newLineBeforeElement()
      json.openObject()
      json.member("month")
      json.text(String(month.first.iso.prefix(7)))
      json.member("raised")
      json.number(month.raised)
      json.member("done")
      json.number(month.done)
      json.closeObject()
    }
    json.closeList()
    json.member("openByAge")
    json.openObject()
    for age in Course.Age.allCases {
      json.member(named: age.rawValue)
      json.number(course.count(age))
    }
    json.closeObject()
    json.member("held")
    json.openObject()
    for holder in Holder.allCases {
      json.member(named: holder.rawValue)
      json.openObject()
      json.member("count")
      json.number(course.held(by: holder).count)
      json.member("days")
      json.number(course.held(by: holder).days)
      json.closeObject()
    }
    json.closeObject()
    json.member("lastSevenDays")
    json.openObject()
    for event in Course.Recent.allCases {
      json.member(named: event.rawValue)
      json.number(course.count(event))
    }
    json.closeObject()
  }
}
