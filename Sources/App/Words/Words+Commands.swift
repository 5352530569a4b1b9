package import Model
internal import Vietnamese

/// What the commands say when all is well, and what only they can find wrong.
package enum CommandWords {
  package static func noRegister(_ usual: String) -> Words {
    Words(
      "Không thấy sổ nào: không có --data, không có $DONDOC_DATA, từ thư mục này trở lên không có "
        + "register.json, và chưa có \(usual). Lập sổ mới: dondoc init",
      "There is no register: no --data, no $DONDOC_DATA, no register.json from this folder upwards, "
        + "and \(usual) is not there. Make one: dondoc init")
  }

  package static func made(_ path: String) -> Words {
    Words("Đã lập sổ mới trong \(path).", "Made a new register in \(path).")
  }

  package static func unknownLanguage(_ typed: String) -> Words {
    Words(
      "Không có ngôn ngữ “\(typed)”; dùng --lang vi hoặc --lang en.",
      "There is no language “\(typed)”; use --lang vi or --lang en.")
  }

  package static func notADay(_ option: String, _ typed: String) -> Words {
    Words(
      "\(option) cần một ngày, “\(typed)” không phải một ngày.",
      "\(option) needs a day; “\(typed)” is not one day.")
  }

  package static func unknownCode(_ code: String, nearest: String?) -> Words {
    Words(
      "Không có mục “\(code)” trong sổ" + (nearest.map { "; có lẽ là \($0)?" } ?? "."),
      "There is no “\(code)” in the register" + (nearest.map { "; perhaps \($0)?" } ?? "."))
  }

  package static func sharedCode(_ code: String) -> Words {
    Words(
      "Có hai mục cùng mã \(code), nên không rõ mục nào; chạy dondoc check rồi đặt lại mã.",
      "Two records have the code \(code), so it is not clear which; run dondoc check and give one "
        + "another code.")
  }

  package static let noCode = Words(
    "Chưa nói mục nào; viết mã trước, ví dụ QN23-09.",
    "No record was named; write its code first, such as QN23-09.")

  package static let splitIntoWhat = Words(
    "Tách thành gì? Ghi nội dung từng mục con, hoặc --by-counterpart, không cả hai.",
    "Split into what? Give a title for each part, or --by-counterpart, not both.")

  package static func noCounterpartsToSplit(_ code: String) -> Words {
    Words(
      "\(code) không có nhiều đối tác để tách theo.",
      "\(code) has not several counterparts to be split by.")
  }

  /// Before the code of a record that a preview makes.
  package static let newRecord = Words("mục mới", "new")

  package static func goesOnAs(_ code: String, _ target: String) -> Words {
    Words("\(code) đã gộp vào \(target):", "\(code) is merged into \(target):")
  }

  package static let provisionalLetters = Words(
    "--provisional cần một đến ba chữ cái không dấu, ví dụ L.",
    "--provisional needs one to three plain letters, such as L.")

  package static let twoCodes = Words(
    "Một mã được ghi hai lần.", "A code was given twice.")

  package static func unknownWord(
    _ what: Words, _ typed: String, known: [Words], nearest: Words?
  ) -> Words {
    Words(
      "Không có \(what.vi) “\(typed)”" + (nearest.map { "; có lẽ là “\($0.vi)”?" } ?? ".")
        + " Được dùng: " + known.map(\.vi).joined(separator: ", ") + ".",
      "There is no \(what.en) “\(typed)”" + (nearest.map { "; perhaps “\($0.en)”?" } ?? ".")
        + " Known: " + known.map(\.en).joined(separator: ", ") + ".")
  }

  package static func ambiguousWord(_ what: Words, _ typed: String, _ fits: [Words]) -> Words {
    Words(
      "“\(typed)” có thể là nhiều \(what.vi): " + fits.map(\.vi).joined(separator: ", ") + ".",
      "“\(typed)” may be several: " + fits.map(\.en).joined(separator: ", ") + ".")
  }

  package static let status = Words("trạng thái", "status")
  package static let resultKind = Words("hình thức kết quả", "kind of result")
  package static let sortKey = Words("cách sắp xếp", "sort key")
  package static let grouping = Words("cách nhóm", "grouping")

  package static func unknownUnit(_ typed: String) -> Words {
    Words(
      "Không có cơ quan nào khớp “\(typed)”; gõ một phần tên hoặc chữ viết tắt khác.",
      "No unit fits “\(typed)”; type another part of its name or its abbreviation.")
  }

  package static func ambiguousUnit(_ typed: String, _ names: [String], more: Int) -> Words {
    let list = names.joined(separator: "; ")
    return Words(
      "“\(typed)” khớp nhiều cơ quan: \(list)" + (more > 0 ? "; và \(more) nữa" : "")
        + ". Gõ thêm, hoặc dùng tên tắt trong ngoặc.",
      "“\(typed)” fits several units: \(list)" + (more > 0 ? "; and \(more) more" : "")
        + ". Type more, or use the id in brackets.")
  }

  /// With the names of the fields that give it, for a quick-add line.
  package static func stillMissing(_ fields: [Field]) -> Words {
    func list(_ language: Language) -> String {
      fields.map { field in
        let label = field.words(language)
        let name = label.prefix(1).lowercased() + label.dropFirst()
        let typed = QuickAddField.allCases.first { $0.field == field }
        return typed.map { "\(name) (\($0.name(in: language)):)" } ?? name
      }.joined(separator: ", ")
    }
    return Words("Còn thiếu: \(list(.vi)).", "Still missing: \(list(.en)).")
  }

  package static func ofLine(_ number: Int, _ words: Words) -> Words {
    Words("Dòng \(number): \(words.vi)", "Line \(number): \(words.en)")
  }

  package static let nothingTyped = Words(
    "Chưa có dòng nào; viết nội dung cùng các trường, hoặc - để đọc từ đầu vào.",
    "There is no line; write the title with its fields, or - to read standard input.")
  package static let nothingAdded = Words(
    "Chưa thêm mục nào.", "No record was added.")
  package static let added = Words("Đã thêm", "Added")
  package static let wouldAdd = Words("Sẽ thêm", "Would add")
  package static let noEdit = Words(
    "Chưa nói đổi gì; viết trường=giá trị sau mã, ví dụ han=15/7.",
    "Nothing is said to be changed; write field=value after the codes, such as due=15/7.")

  package static func nothingMatches(_ query: String) -> Words {
    Words("Không có mục nào khớp “\(query)”.", "Nothing matches “\(query)”.")
  }

  package static func severalNeedYes(_ count: Int) -> Words {
    Words(
      "Câu tìm này khớp \(count) mục; thêm --yes để sửa tất cả, --dry-run để chỉ xem.",
      "This query finds \(count) records; --yes changes them all, --dry-run only shows them.")
  }

  package static func changeSeveral(_ count: Int) -> Words {
    Words("Sửa \(count) mục? (c = có)", "Change \(count) records? (y = yes)")
  }

  package static let leftAlone = Words("Không sửa gì.", "Nothing was changed.")

  package static func receipt(count: Int, batch: String) -> Words {
    Words("Đã sửa \(count) mục, lô \(batch).", "Changed \(count) records, batch \(batch).")
  }

  package static func inTheBin(_ since: String) -> Words {
    Words(
      "▨ Trong thùng rác từ \(since): không có trong danh sách nào, mã vẫn giữ.",
      "▨ In the bin since \(since): in no list, and the code stays its own.")
  }

  package static func pastIsReadOnly(_ day: Day) -> Words {
    let (vi, en) = (DeadlineText(.vi).day(day), DeadlineText(.en).day(day))
    return Words(
      "Sổ ngày \(vi) chỉ để xem, không ghi được. Bỏ --as-of để làm với sổ hiện tại.",
      "The register of \(en) is only to be read. Leave --as-of out to work on the present one.")
  }

  package static func internalOnly(_ code: String) -> Words {
    Words(
      "\(code) là mục nội bộ nên không đưa ra ngoài cơ quan.",
      "\(code) is internal, so it does not leave the office.")
  }

  package static let forceNeedsWhy = Words(
    "--force cần lý do: --why \"…\".", "--force needs a reason: --why \"…\".")

  package static let dueAndNoDue = Words(
    "Chỉ dùng một trong hai: --due hoặc --no-due.", "Use one of the two: --due or --no-due.")

  package static let dueNeedsADate = Words(
    "--due cần một ngày; nếu chưa có hạn, dùng --no-due LÝ-DO.",
    "--due needs a date; for no deadline use --no-due REASON.")

  package static func holidaysUnknown(_ years: [Int]) -> Words {
    let list = years.map(String.init).joined(separator: ", ")
    return Words(
      "Chưa có lịch nghỉ năm \(list) (holidays/); tạm tính thứ Hai đến thứ Sáu là ngày làm việc.",
      "There is no holiday file for \(list) (holidays/); Monday to Friday counted as working days.")
  }

  /// Behind a date that was reckoned in working days.
  package static func holidaysMissing(_ years: [Int]) -> Words {
    let list = years.map(String.init).joined(separator: ", ")
    return Words("  ▲ chưa có lịch nghỉ \(list)", "  ▲ no holiday file for \(list)")
  }

  package static let nothingToUndo = Words("Không có gì để hoàn tác.", "There is nothing to undo.")
  package static let nothingToRedo = Words("Không có gì để làm lại.", "There is nothing to redo.")
  package static let undone = Words("Đã hoàn tác", "Undone")
  package static let redone = Words("Đã làm lại", "Done again")

  package static func notFolded(_ problem: Words) -> Words {
    Words(
      "Đã lưu trong nhật ký, nhưng chưa chuyển được vào tệp: \(problem.vi)",
      "It is saved in the journal, but could not be moved into the files yet: \(problem.en)")
  }

  package static func checked(
    files: Int, records: Int, errors: Int, warnings: Int
  ) -> Words {
    Words(
      "Đã kiểm tra \(files) tệp, \(records) mục: \(errors) lỗi, \(warnings) lưu ý.",
      "Checked \(files) files, \(records) records: \(errors) errors, \(warnings) warnings.")
  }

  package static let error = Words("lỗi", "error")
  package static let warning = Words("lưu ý", "warning")
  package static let proposed = Words("(dự kiến)", "(proposed)")

  package static let misunderstood = Words(
    "dondoc: không hiểu dòng lệnh này.", "dondoc: this command line was not understood.")

  package static func unknownCommand(
    _ word: String, _ known: [String], nearest: String?
  ) -> Words {
    let list = known.joined(separator: ", ")
    return Words(
      "Không có lệnh “\(word)”" + (nearest.map { "; có lẽ là “\($0)”?" } ?? ".")
        + " Các lệnh: \(list).",
      "There is no command “\(word)”" + (nearest.map { "; perhaps “\($0)”?" } ?? ".")
        + " Commands: \(list).")
  }
}

extension RegisterProblem {
  /// `lỗi` or `lưu ý`.
  package var weight: Words { isWarning ? CommandWords.warning : CommandWords.error }
}
