package import Model
package import Vietnamese

// What is said of programmes, their yearly reviews, and supplies that are judged by issue.

extension ReviewSide {
  package var words: Words {
    switch self {
    case .province: Words("Tỉnh", "Province")
    case .ministry: Words("Bộ", "Ministry")
    }
  }

  /// For the head of a narrow column.
  package var shortWords: Words {
    switch self {
    case .province: Words("Tỉnh", "Prov")
    case .ministry: Words("Bộ", "Min")
    }
  }
}

extension ReviewMark {
  package var words: Words {
    switch self {
    case .met: Words("đạt", "met")
    case .partlyMet: Words("đạt một phần", "partly met")
    case .notMet: Words("chưa đạt", "not met")
    case .nextYear: Words("chuyển năm sau", "to next year")
    case .stopped: Words("dừng", "stop")
    }
  }

  /// For a narrow line.
  package var shortWords: Words {
    switch self {
    case .met: Words("đạt", "met")
    case .partlyMet: Words("một phần", "partly")
    case .notMet: Words("chưa đạt", "not met")
    case .nextYear: Words("chuyển", "carry")
    case .stopped: Words("dừng", "stop")
    }
  }
}

extension ReviewSheet.Decision {
  package var words: Words {
    switch self {
    case .goesOn: Words("tiếp tục", "goes on")
    case .complete: Words("hoàn thành", "complete")
    case .nextYear: Words("chuyển năm sau", "to next year")
    case .stop: Words("dừng", "stop")
    }
  }
}

extension SupplyIssue {
  /// `07/2023`, `quý 3/2023`, `2023`.
  package var words: Words {
    switch span {
    case .month, .year: Words(short, short)
    case .quarter: Words("quý \(number)/\(year)", short)
    }
  }
}

extension SupplyIssue.Span {
  /// What one issue is for, with an example of how to write it.
  package var words: Words {
    switch self {
    case .month: Words("tháng, ví dụ 07/2023", "a month, such as 07/2023")
    case .quarter: Words("quý, ví dụ Q3/2023", "a quarter, such as Q3/2023")
    case .year: Words("năm, ví dụ 2023", "a year, such as 2023")
    }
  }
}

/// Why a rating, or an issue that was sent, was not written down.
enum RatingWords {
  static let notInProgramme = Words(
    "Mục này không thuộc chương trình nào nên không đánh giá.",
    "It belongs to no programme, so it is not rated.")
  static let origin = Words(
    "Đây là buổi làm việc, nguồn của chương trình, không phải nhiệm vụ.",
    "This is the session the programme came out of, not a task.")
  static func closed(_ year: Int) -> Words {
    Words(
      "Kỳ rà soát năm \(year) đã khóa, không đánh giá thêm.",
      "The review of \(year) is closed; nothing more is rated.")
  }
  static let notPeriodic = Words(
    "Việc này không định kỳ theo tháng, quý hay năm nên không có kỳ để ghi.",
    "It does not recur by month, quarter or year, so it has no issues.")
  static func noSuchIssue(_ typed: String, _ span: SupplyIssue.Span) -> Words {
    Words(
      "“\(typed)” không phải một kỳ; việc này tính theo \(span.words.vi).",
      "“\(typed)” is no issue; this one is counted by \(span.words.en).")
  }
  static func issueOutside(_ issue: SupplyIssue, _ period: Period) -> Words {
    Words(
      "Kỳ \(issue.words.vi) nằm ngoài giai đoạn \(DeadlineText(.vi).day(period.from)) – "
        + "\(DeadlineText(.vi).day(period.to)).",
      "\(issue.words.en) is outside the period \(DeadlineText(.en).day(period.from)) – "
        + "\(DeadlineText(.en).day(period.to)).")
  }
}

extension ReviewError {
  package func words(naming registry: Registry, on surface: Surface) -> Words {
    switch self {
    case .unknownProgramme(let typed, let nearest):
      Words(
        "Không có chương trình “\(typed)”" + (nearest.map { "; có lẽ là \($0)?" } ?? "."),
        "There is no programme “\(typed)”" + (nearest.map { "; perhaps \($0)?" } ?? "."))
    case .outsidePeriod(let year, let period):
      Words(
        "Năm \(year) nằm ngoài thời gian của chương trình, \(period.from.year)–\(period.to.year).",
        "\(year) is outside the programme's years, \(period.from.year)–\(period.to.year).")
    case .noTasks(_, let year):
      Words(
        "Chương trình này không có nhiệm vụ nào trong năm \(year), nên không có gì để rà soát.",
        "The programme has no task in \(year), so there is nothing to review.")
    case .notBegun(let year):
      Words("Chưa đến năm \(year), chưa khóa được.", "\(year) has not begun; it cannot be closed.")
    case .closedAlready(let year, let on, let by):
      Words(
        "Kỳ rà soát năm \(year) đã khóa ngày \(DeadlineText(.vi).day(on)), người khóa: \(by).",
        "The review of \(year) was closed on \(DeadlineText(.en).day(on)) by \(by).")
    case .notClosed(let year):
      Words(
        "Kỳ rà soát năm \(year) chưa khóa; khóa rồi mới chép làm kế hoạch năm sau.",
        "The review of \(year) is open; close it before copying it as a plan.")
    case .unsettled(let codes):
      Words(
        "Hai bên còn khác nhau về việc chuyển năm hay dừng, cần thống nhất trước: "
          + codes.joined(separator: ", ") + ".",
        "The sides differ on carrying over or stopping; settle that first: "
          + codes.joined(separator: ", ") + ".")
    case .notATask(let code, let year):
      Words(
        "\(code) không phải nhiệm vụ của chương trình này trong năm \(year).",
        "\(code) is no task of this programme in \(year).")
    case .damaged(let path):
      RegisterProblem.alteredReview(path: path).words(on: surface)
    case .nothingToCopy(let year):
      Words(
        "Không có việc nào cần chép sang năm \(year): việc chưa xong tự đi tiếp, việc đã xong "
          + "đã có trong kế hoạch.",
        "Nothing is to be copied into \(year): what is open goes on by itself, and what was done is "
          + "planned already.")
    }
  }
}

/// Figures of a review as sentences.
package enum ReviewWords {
  /// `38,1 %`; a dash where there is nothing to divide by.
  package static func percent(_ tenths: Int?, _ language: Language) -> String {
    guard let tenths else { return "—" }
    let point = language == .vi ? "," : "."
    return "\(tenths / 10)\(point)\(tenths % 10) %"
  }

  package static func title(_ sheet: ReviewSheet, _ language: Language) -> String {
    let programme = sheet.programme
    let name = language == .en ? programme.nameEn ?? programme.name : programme.name
    return Words("năm \(sheet.year) · \(name)", "\(sheet.year) · \(name)")(language)
  }

  package static func decision(_ item: ReviewSheet.Item) -> Words {
    if item.differs { return Words("≠ khác nhau", "≠ differ") }
    return item.decision?.words ?? Words("", "")
  }

  /// What copying a closed year makes, a task and its lead each.
  package static func plan(
    _ drafts: [RecordDraft], of sheet: ReviewSheet, _ registry: Registry, _ language: Language
  ) -> [String] {
    let (count, next) = (drafts.count, sheet.year + 1)
    let tasks = count == 1 ? "1 task that was" : "\(count) tasks that were"
    let head = Words(
      "\(count) việc đã xong trong kỳ \(sheet.year) thành mục mới của năm \(next); chủ trì ghi dự "
        + "kiến, hạn để trống:",
      "The \(tasks) done in \(sheet.year) become new records of \(next); leads are proposed, "
        + "deadlines left open:")
    var lines = [head(language), ""]
    for (index, draft) in drafts.enumerated() {
      lines.append("\(index + 1). \(draft.title)")
      let lead = draft.lead.map {
        registry.name($0.unit, in: .units, language: language) + " "
          + CommandWords.proposed(language)
      }
      lines.append("   " + (lead ?? Words("chưa có chủ trì", "no lead")(language)))
    }
    return lines
  }

  package static func closed(_ closed: ReviewSheet.Closed) -> Words {
    Words(
      "đã khóa \(DeadlineText(.vi).day(closed.on)) · \(closed.by)",
      "closed \(DeadlineText(.en).day(closed.on)) · \(closed.by)")
  }

  /// What closing comes to, or came to.
  package static func closing(_ sheet: ReviewSheet) -> Words {
    let carried = sheet.toCarryOver.map(\.code).joined(separator: ", ")
    let stopped = sheet.items.filter { $0.decision == .stop && !$0.isNotPursued }.map(\.code)
    let unrated = sheet.unrated.count
    var vi = ["hoàn thành \(sheet.done.count)/\(sheet.tasks)"]
    var en = ["done \(sheet.done.count)/\(sheet.tasks)"]
    if !carried.isEmpty {
      vi.append("chuyển năm sau \(carried)")
      en.append("carried over \(carried)")
    }
    if !stopped.isEmpty {
      vi.append("dừng, cần đổi trạng thái: \(stopped.joined(separator: ", "))")
      en.append("to be stopped by a status: \(stopped.joined(separator: ", "))")
    }
    if unrated > 0 {
      vi.append("chưa đánh giá \(unrated)")
      en.append("not rated \(unrated)")
    }
    return Words(vi.joined(separator: " · "), en.joined(separator: " · "))
  }
}

extension CommandWords {
  package static let programme = Words("chương trình", "programme")
  package static let side = Words("bên", "side")

  package static let reviewUsage = Words(
    "Viết: dondoc review CHƯƠNG-TRÌNH NĂM [rate MÃ 1–5 | close | copy NĂM-SAU].",
    "Write: dondoc review PROGRAMME YEAR [rate CODE 1–5 | close | copy NEXTYEAR].")
  package static let rateUsage = Words(
    "Đánh giá cần --side tinh hoặc bo, và số 1–5, --comment hoặc --evidence.",
    "A rating needs --side province or ministry, and a number 1–5, --comment or --evidence.")
  package static let deliverUsage = Words(
    "Viết: dondoc deliver MÃ KỲ --on NGÀY, ví dụ dondoc deliver NA23-37 07/2023 --on 31/7/2023.",
    "Write: dondoc deliver CODE ISSUE --on DAY, such as dondoc deliver NA23-37 07/2023 --on 31/7/2023."
  )
  package static func notAYear(_ typed: String) -> Words {
    Words("“\(typed)” không phải một năm.", "“\(typed)” is not a year.")
  }
  package static func notNextYear(_ year: Int) -> Words {
    Words("Chỉ chép sang năm ngay sau, \(year).", "It is copied to the year after only, \(year).")
  }
  package static func closedNow(_ sheet: ReviewSheet) -> Words {
    let summary = ReviewWords.closing(sheet)
    return Words(
      "Đã khóa kỳ rà soát năm \(sheet.year): \(summary.vi).",
      "Closed the review of \(sheet.year): \(summary.en).")
  }
  package static func copied(_ count: Int, year: Int) -> Words {
    Words("Đã chép \(count) việc sang kế hoạch năm \(year).", "Copied \(count) into \(year).")
  }
}

extension ReviewSheet.YearMark {
  /// The shape in the matrix of years.
  package var glyph: Character {
    switch self {
    case .none: " "
    case .worked: "◑"
    case .standing(let status): status.glyph
    case .goesOn: "→"
    }
  }

  /// The name in `--json`.
  package var name: String? {
    switch self {
    case .none: nil
    case .worked: "worked"
    case .standing(let status): status.rawValue
    case .goesOn: "goesOn"
    }
  }
}
