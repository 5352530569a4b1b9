internal import Terminal
internal import Vietnamese

/// Where keys are heard that are no commands.
package enum KeyPlace: String, CaseIterable, Sendable {
  case text, lines, filter, form, choice, picker, modify, entry
  case minutes, minutesSplit, minutesLine, minutesAsk, minutesLeave
  case preview, reason, palette, menu, savedViews, savedViewName, sheet, draft, help

  package var words: Words {
    switch self {
    case .text: Words("Khi gõ chữ, ở mọi ô", "Typing, in every field")
    case .lines: Words("Trong ô nhiều dòng", "In text of several lines")
    case .filter: Words("Trong dòng tìm", "On the line of finding")
    case .form: Words("Trong biểu mẫu", "In a form")
    case .choice: Words("Ở câu hỏi có sẵn lựa chọn", "At a question with choices")
    case .picker: Words("Khi chọn tên, mã trong bảng", "Picking names or records")
    case .modify: Words("Trong dòng sửa nhanh", "On the line of changes")
    case .entry: Words("Trong dòng thêm nhanh", "On the quick-add line")
    case .minutes: Words("Khi tách biên bản", "Splitting minutes")
    case .minutesSplit: Words("Tách biên bản: chọn chỗ tách", "Minutes: where to split")
    case .minutesLine: Words("Tách biên bản: sửa một mục", "Minutes: changing an item")
    case .minutesAsk: Words("Tách biên bản: hỏi trước khi tạo", "Minutes: before making")
    case .minutesLeave: Words("Tách biên bản: hỏi trước khi bỏ", "Minutes: before leaving")
    case .preview: Words("Khi xem trước thay đổi", "Looking at changes beforehand")
    case .reason: Words("Khi ghi lý do cho qua", "The reason for forcing")
    case .palette: Words("Trong dòng lệnh", "On the command line")
    case .menu: Words("Trong bảng chọn", "In a menu")
    case .savedViews: Words("Trong chế độ xem đã lưu", "Among saved views")
    case .savedViewName:
      Words("Chế độ xem đã lưu: tìm, đặt tên", "Saved views: finding and naming")
    case .sheet: Words("Sau trình soạn thảo", "After the editor")
    case .draft: Words("Trong dự thảo, bảng trả lời", "In drafts and tables")
    case .help: Words("Trong trợ giúp", "In help")
    }
  }

  package var keys: [FieldKey] {
    switch self {
    case .text: TextKey.rows
    case .lines: LinesKey.rows
    case .filter: FilterKey.rows
    case .form: FormKey.rows
    case .choice: ChoiceKey.rows
    case .picker: PickerKey.rows
    case .modify: ModifyKey.rows
    case .entry: EntryKey.rows
    case .minutes: MinutesKey.rows
    case .minutesSplit: MinutesSplitKey.rows
    case .minutesLine: MinutesLineKey.rows
    case .minutesAsk: MinutesAskKey.rows
    case .minutesLeave: MinutesLeaveKey.rows
    case .preview: PreviewKey.rows
    case .reason: ReasonKey.rows
    case .palette: PaletteKey.rows
    case .menu: MenuKey.rows
    case .savedViews: SavedViewsKey.rows
    case .savedViewName: SavedViewNameKey.rows
    case .sheet: SheetKey.rows
    case .draft: DraftKey.rows
    case .help: HelpKey.rows
    }
  }
}

extension KeyPlace {
  /// The part of the docs page: a table for each place.
  static func page(_ language: Language) -> String {
    let head = Words(
      "\n## Phím trong ô nhập và cửa sổ\n\nNhững phím này cố định; chúng chỉ có tác dụng ở nơi ghi "
        + "trên mỗi bảng.\n",
      "\n## Keys within fields and windows\n\nThese keys are fixed; they work only in the place that "
        + "stands over each table.\n")
    let columns = Words(
      "| Phím | Việc |\n| --- | --- |\n", "| Keys | What it does |\n| --- | --- |\n")
    return allCases.reduce(into: head(language)) { page, place in
      page += "\n### \(place.words(language))\n\n" + columns(language)
      for key in place.keys {
        let names = key.keys.map { "`\($0.name)`" }.joined(separator: " ")
        page += "| \(names) | \(key.summary(language)) |\n"
      }
    }
  }
}
