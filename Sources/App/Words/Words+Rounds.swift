package import Model
package import Vietnamese

// What is said of boxes, holders, chasing, letters, quantities and the calendar.

extension Box {
  package var words: Words {
    switch self {
    case .doneInTime: Words("Hoàn thành đúng hạn", "Done in time")
    case .doneLate: Words("Hoàn thành quá hạn", "Done late")
    case .openInTime: Words("Chưa xong, trong hạn", "Open, in time")
    case .openOverdue: Words("Chưa xong, quá hạn", "Open, overdue")
    case .noDeadline: Words("Chưa có hạn", "No deadline")
    case .off: Words("Ngoài theo dõi hạn", "Clock stopped")
    }
  }

  /// For the head of a narrow column.
  package var shortWords: Words {
    switch self {
    case .doneInTime: Words("đúng hạn", "in time")
    case .doneLate: Words("xong trễ", "late")
    case .openInTime: Words("còn hạn", "open")
    case .openOverdue: Words("quá hạn", "overdue")
    case .noDeadline: Words("chưa hạn", "undated")
    case .off: Words("ngoài", "off")
    }
  }

  /// The shape of its part of a bar, which says it without colour.
  package var bar: Character {
    switch self {
    case .doneInTime: "█"
    case .doneLate: "▓"
    case .openInTime: "▒"
    case .openOverdue: "▲"
    case .noDeadline: "·"
    case .off: "-"
    }
  }
}

extension DeadlineBasis {
  package var words: Words {
    switch self {
    case .adjusted: Words("theo hạn điều chỉnh", "adjusted deadline")
    case .original: Words("theo hạn gốc", "original deadline")
    }
  }
}

extension Holder {
  package var words: Words {
    switch self {
    case .us: Words("Cơ quan ta", "Our office")
    case .province: Words("Phía tỉnh", "The province")
    case .ministry: Words("Bộ Ngoại giao", "The ministry")
    case .otherMinistry: Words("Bộ, ngành khác", "Another ministry")
    case .foreign: Words("Phía nước ngoài", "The foreign side")
    }
  }

  package var shortWords: Words {
    switch self {
    case .us: Words("ta", "us")
    case .province: Words("tỉnh", "province")
    case .ministry: Words("Bộ", "ministry")
    case .otherMinistry: Words("bộ khác", "other ministry")
    case .foreign: Words("nước ngoài", "foreign")
    }
  }
}

extension ChaseChannel {
  package var words: Words {
    switch self {
    case .call: Words("gọi điện", "call")
    case .email: Words("thư điện tử", "e-mail")
    case .letter: Words("công văn", "letter")
    case .leader: Words("báo cáo lãnh đạo", "report to the leader")
    }
  }
}

extension Statistics.Dimension {
  package var words: Words {
    switch self {
    case .province: Words("Theo tỉnh", "By province")
    case .lead: Words("Theo cơ quan chủ trì", "By lead unit")
    case .category: Words("Theo lĩnh vực", "By category")
    case .status: Words("Theo trạng thái", "By status")
    case .holder: Words("Việc đang ở bên nào", "In whose hands")
    case .counterpart: Words("Theo đối tác", "By counterpart")
    case .programme: Words("Theo chương trình", "By programme")
    }
  }
}

extension Agenda.Sort {
  package var words: Words {
    switch self {
    case .deadline: Words("hạn", "deadline")
    case .event: Words("sự kiện", "event")
    case .anniversary: Words("năm kỷ niệm", "anniversary")
    case .recurring: Words("định kỳ", "recurring")
    case .chase: Words("đôn đốc", "chase")
    }
  }
}

extension LetterRound.Reason {
  package func words(_ language: Language) -> String {
    let dates = DeadlineText(language)
    switch self {
    case .state(let state): return dates.full(state)
    case .status(let status): return status.words(language)
    case .withForeignSide:
      return Words("đang chờ phía nước ngoài", "with the foreign side")(language)
    case .toBeConfirmed: return Words("chờ Bộ xác nhận", "for the ministry to confirm")(language)
    case .pastResult: return Words("kết quả đã có, không đôn đốc", "a past result")(language)
    case .collectiveLead:
      return Words(
        "chủ trì là nhiều đơn vị; cần chọn một", "several units lead; name one of them")(language)
    case .replyAwaited(let until):
      return Words(
        "đã hẹn trả lời đến \(dates.day(until))", "answer asked for by \(dates.day(until))")(
          language)
    case .letterSent(let on):
      return Words(
        "đã có công văn ngày \(dates.day(on)), chưa đến kỳ nhắc tiếp",
        "a letter went on \(dates.day(on)), too soon for another")(language)
    }
  }
}

/// Figures as the papers print them.
package enum QuantityText {
  /// `gần 1.100.000`; the number as it stands where it has another form.
  package static func number(
    _ json: String, _ qualifier: Qualifier, _ language: Language
  ) -> String {
    let number = VietnameseNumber.format(json, language) ?? json
    let word: Words =
      switch qualifier {
      case .exact, .converted, .unspecified: Words("", "")
      case .under: Words("gần ", "nearly ")
      case .approx: Words("khoảng ", "about ")
      case .over: Words("hơn ", "over ")
      }
    return word(language) + number
  }
}

/// The draft of one letter of chasing, line by line.
package struct LetterText: Sendable {
  private let registry: Registry
  private let language: Language
  private let dates: DeadlineText

  package init(_ registry: Registry, _ language: Language) {
    self.registry = registry
    self.language = language
    dates = DeadlineText(language)
  }

  /// `titles` gives what an item is about; `next` is when an answer is asked for.
  package func lines(
    _ letter: LetterRound.Letter, copy: String?, today: Day, next: Day,
    title: (LetterRound.Item) -> String
  ) -> [String] {
    let name = registry.name(letter.to, in: .units, language: language)
    var lines = [say(Words("Kính gửi: \(name)", "To: \(name)"))]
    if let copy {
      let contact = registry.name(copy, in: .units, language: language)
      lines.append(say(Words("Đồng kính gửi: \(contact)", "Copy: \(contact)")))
    }
    lines += [
      say(
        Words(
          "V/v đôn đốc \(letter.count) nội dung đã quá hạn",
          letter.count == 1
            ? "Reminder of an overdue matter"
            : "Reminder of \(letter.count) overdue matters")),
      "",
      say(
        Words(
          "Đến ngày \(dates.day(today)), các nội dung sau do Quý cơ quan chủ trì đã quá hạn:",
          "On \(dates.day(today)) "
            + (letter.count == 1
              ? "this matter, which you lead, is overdue:"
              : "these matters, which you lead, are overdue:"))),
    ]
    for (index, item) in letter.items.enumerated() {
      lines.append("\(index + 1). \(item.code)  \(title(item))")
      lines.append("   " + standing(item))
    }
    lines.append(
      say(
        Words(
          "Trân trọng đề nghị Quý cơ quan cho biết kết quả hoặc tiến độ trước ngày "
            + "\(dates.day(next)).",
          "We would be grateful for the result, or how far it has come, before \(dates.day(next)).")
      ))
    return lines
  }

  private func standing(_ item: LetterRound.Item) -> String {
    let unsure =
      item.isLeadProposed
      ? say(
        Words("  ! chủ trì mới dự kiến, cần xác nhận", "  ! the lead is only proposed, confirm it"))
      : ""
    return say(
      Words(
        "Hạn \(dates.date(item.due)), quá hạn \(item.daysOverdue) ngày; đôn đốc lần "
          + "\(item.reminder)",
        "Due \(dates.date(item.due)), \(item.daysOverdue) days overdue; reminder "
          + "\(item.reminder)")) + unsure
  }

  private func say(_ words: Words) -> String { words(language) }
}

extension CommandWords {
  package static let channel = Words("cách đôn đốc", "way of chasing")
  package static let basis = Words("cách tính hạn", "kind of deadline")
  package static let linePart = Words("phần của dòng đối tác", "part of a line")

  package static func unknownHolidays(_ years: [Int]) -> Words {
    holidaysUnknown(years)
  }

  package static func nextReminder(_ day: String) -> Words {
    Words("Lần nhắc tới, nếu chưa có trả lời: \(day).", "Next reminder, without an answer: \(day).")
  }

  package static let noLetters = Words(
    "Không có công văn nào cần gửi.", "There is no letter to send.")
  package static let ownList = Words("Việc của ta, đã quá hạn:", "Ours, overdue:")
  package static let leftOut = Words("Không đưa vào công văn:", "Not in the letters:")
  package static let nothingToChase = Words(
    "Hôm nay không có mục nào cần đôn đốc.", "There is nothing to chase today.")
  package static let unconfirmedLeads = Words(
    "Có mục chủ trì mới dự kiến; xác nhận trước khi gửi: ",
    "Some leads are only proposed; confirm them before sending: ")

  package static func boxesTotal(_ total: Int, _ done: Int, _ open: Int) -> Words {
    let (vi, en) = (VietnameseNumber.format(total, .vi), VietnameseNumber.format(total, .en))
    return Words(
      "Tổng số \(vi) = có hạn đã xong \(VietnameseNumber.format(done, .vi)) + có hạn chưa xong "
        + "\(VietnameseNumber.format(open, .vi)) + chưa có hạn và ngoài theo dõi "
        + "\(VietnameseNumber.format(total - done - open, .vi))",
      "Total \(en) = done \(VietnameseNumber.format(done, .en)) + open "
        + "\(VietnameseNumber.format(open, .en)) + without deadline or clock "
        + "\(VietnameseNumber.format(total - done - open, .en))")
  }

  package static func movedBox(_ code: String, _ adjusted: Box, _ original: Box) -> Words {
    Words(
      "\(code): theo hạn điều chỉnh “\(adjusted.words.vi)”, theo hạn gốc "
        + "“\(original.words.vi)”",
      "\(code): by the adjusted deadline “\(adjusted.words.en)”, by the original "
        + "one “\(original.words.en)”")
  }

  package static func answers(_ answered: Int, of lines: Int, missing: [String]) -> Words {
    let list = missing.joined(separator: ", ")
    return Words(
      "trả lời \(answered)/\(lines)" + (missing.isEmpty ? "" : ", còn: \(list)"),
      "answered \(answered)/\(lines)" + (missing.isEmpty ? "" : ", missing: \(list)"))
  }

  package static let noLines = Words(
    "Mục này chưa theo dõi riêng từng đối tác.", "Its counterparts are not followed one by one.")
  package static let given = Words("đã cho", "given")
  package static let received = Words("đã nhận", "received")
  package static let item = Words("Mặt hàng", "Goods")
  package static let unquantified = Words("Không lượng hóa:", "Without a number:")
  package static let converted = Words("Quy đổi in trong bài, không cộng:", "Printed conversions:")
  package static let sumSources = Words("Cộng từ: ", "Summed from: ")
  package static let unclearWay = Words(
    "Không rõ ai cho, ai nhận, nên không cộng: ", "Not clear who gave, so not summed: ")
  package static let undated = Words("Chưa có ngày:", "Without a day:")
  package static let fromAfterTo = Words(
    "--from phải không sau --to.", "--from may not be after --to.")
  package static let tooLongSpan = Words(
    "Khoảng ngày dài quá mười năm.", "The span is longer than ten years.")
}
