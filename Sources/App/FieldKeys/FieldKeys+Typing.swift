// The keys where text is typed, names are picked and questions answered.
internal import Vietnamese

enum TextKey: FieldKeyTable {
  case left, right, wordLeft, wordRight, start, end, whole
  case backspace, delete, cutWord, cutLetters, cutAhead, cutStart, cutEnd, yank, undo, redo

  var row: FieldKey {
    switch self {
    case .left: FieldKey("left ctrl-b", Words("Sang trái một chữ", "A character left"))
    case .right: FieldKey("right ctrl-f", Words("Sang phải một chữ", "A character right"))
    case .wordLeft: FieldKey("alt-b", Words("Về đầu từ", "A word left"))
    case .wordRight: FieldKey("alt-f", Words("Sang cuối từ", "A word right"))
    case .start: FieldKey("home ctrl-a", Words("Về đầu dòng", "To the start of the line"))
    case .end: FieldKey("end ctrl-e", Words("Về cuối dòng", "To the end of the line"))
    case .whole:
      FieldKey("alt-< alt->", Words("Về đầu, về cuối cả ô", "To the start, the end of all"))
    case .backspace:
      FieldKey("backspace ctrl-h", Words("Xóa chữ đứng trước", "Delete the character before"))
    case .delete:
      FieldKey("del ctrl-d", Words("Xóa chữ đứng sau", "Delete the character after"))
    case .cutWord:
      FieldKey("ctrl-w", Words("Cắt về đến khoảng trắng trước", "Cut back to a blank"))
    case .cutLetters: FieldKey("alt-backspace", Words("Cắt từ đứng trước", "Cut the word before"))
    case .cutAhead: FieldKey("alt-d", Words("Cắt từ đứng sau", "Cut the word after"))
    case .cutStart: FieldKey("ctrl-u", Words("Cắt về đầu dòng", "Cut to the start of the line"))
    case .cutEnd: FieldKey("ctrl-k", Words("Cắt đến cuối dòng", "Cut to the end of the line"))
    case .yank: FieldKey("ctrl-y", Words("Dán chữ vừa cắt", "Put in what was cut"))
    case .undo: FieldKey("ctrl-z ctrl-_", Words("Hoàn tác chữ vừa gõ", "Undo typing"))
    case .redo: FieldKey("ctrl-r alt-_", Words("Làm lại", "Redo"))
    }
  }
}

enum LinesKey: FieldKeyTable {
  case newLine, move

  var row: FieldKey {
    switch self {
    case .newLine:
      FieldKey("enter", Words("Xuống dòng mới", "New line"), hint: Words("xuống dòng", "new line"))
    case .move: FieldKey("up down", Words("Lên, xuống một dòng", "A line up, a line down"))
    }
  }
}

enum FilterKey: FieldKeyTable {
  case keep, drop, move

  var row: FieldKey {
    switch self {
    case .keep:
      FieldKey("enter tab", Words("Giữ bộ lọc", "Keep the filter"), hint: Words("giữ", "keep"))
    case .drop:
      FieldKey(
        "esc ctrl-c", Words("Bỏ, lấy lại bộ lọc trước", "Drop it, back to the one before"),
        hint: Words("bỏ", "drop"))
    case .move:
      FieldKey(
        "up down ctrl-p ctrl-n",
        Words(
          "Đi trong danh sách; dòng trống: câu đã tìm",
          "Move in the list; on an empty line earlier ones"))
    }
  }
}

enum FormKey: FieldKeyTable {
  case next, finish, look, go, section, save, leave, throwAway, saveInstead

  var row: FieldKey {
    switch self {
    case .next:
      FieldKey("enter", Words("Sang câu hỏi kế tiếp", "To the next question"), hint: onward)
    case .finish:
      FieldKey(
        "enter", Words("Ở câu hỏi cuối: lưu", "At the last question: save"),
        hint: Words("lưu", "save"))
    case .look:
      FieldKey(
        "enter", Words("Ở câu hỏi ngày xem sổ: xem", "At the day to look at: look"),
        hint: Words("xem", "look"))
    case .go:
      FieldKey(
        "tab shift-tab down up", Words("Câu hỏi sau, câu hỏi trước", "Next and previous question"),
        hint: onward)
    case .section:
      FieldKey("pgdn pgup", Words("Phần sau, phần trước", "Next and previous part"))
    case .save:
      FieldKey(
        "ctrl-s alt-enter", Words("Lưu từ bất cứ câu hỏi nào", "Save, from any question"),
        hint: Words("lưu", "save"))
    case .leave:
      FieldKey(
        "esc ctrl-c", Words("Thôi; hỏi lại nếu đã gõ nhiều", "Cancel; asks if much was typed"),
        hint: Words("thôi", "cancel"))
    case .throwAway:
      FieldKey(
        "esc ctrl-c", Words("Khi được hỏi lại: bỏ hết", "When asked: throw all away"),
        hint: Words("lần nữa: bỏ hết", "again: throw away"))
    case .saveInstead:
      FieldKey(
        "ctrl-s", Words("Khi được hỏi lại: lưu; phím khác: sửa tiếp", "When asked: save instead"),
        hint: Words("lưu", "save"))
    }
  }

  private var onward: Words { Words("tiếp", "next") }
}

enum ChoiceKey: FieldKeyTable {
  case digit, move

  var row: FieldKey {
    switch self {
    case .digit:
      FieldKey("1 2 3", Words("Chọn theo số (1–9)", "Choose by number (1–9)"), sign: "1–9")
    case .move:
      FieldKey("left right space up down", Words("Lựa chọn trước, sau", "Choice before, after"))
    }
  }
}

enum PickerKey: FieldKeyTable {
  case choose, all, take, another, chip, remove

  var row: FieldKey {
    switch self {
    case .choose:
      FieldKey(
        "up down ctrl-p ctrl-n", Words("Chọn tên trong gợi ý", "Choose among the suggestions"),
        hint: Words("chọn", "choose"), sign: "↑↓")
    case .all:
      FieldKey("ctrl-n ctrl-space", Words("Xem mọi tên khi chưa gõ", "Every name, before typing"))
    case .take:
      FieldKey(
        "enter tab", Words("Lấy tên đang chọn", "Take the chosen name"),
        hint: Words("lấy", "take"))
    case .another:
      FieldKey(", ;", Words("Lấy rồi gõ tên nữa (ô nhiều tên)", "Take it, then another name"))
    case .chip:
      FieldKey(
        "left right", Words("Đến tên đã lấy (ô nhiều tên, chưa gõ)", "To the names taken"))
    case .remove:
      FieldKey(
        "backspace del ctrl-h",
        Words("Bỏ tên đã lấy ở đó, hoặc tên cuối", "Remove that name, or the last one"))
    }
  }
}

enum ModifyKey: FieldKeyTable {
  case save, cancel

  var row: FieldKey {
    switch self {
    case .save:
      FieldKey(
        "enter ctrl-s", Words("Lưu; nhiều mục thì xem trước", "Save; several are previewed"),
        hint: Words("lưu", "save"))
    case .cancel: FieldKey("esc ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum EntryKey: FieldKeyTable {
  case add, complete, earlier, close, forget

  var row: FieldKey {
    switch self {
    case .add:
      FieldKey(
        "enter", Words("Thêm mục, hoặc giữ trường cho các dòng sau", "Add, or keep the fields"),
        hint: Words("thêm", "add"))
    case .complete:
      FieldKey(
        "tab shift-tab",
        Words("Điền trường, giá trị; bấm nữa: gợi ý khác", "Complete; again: next"),
        hint: Words("điền", "complete"))
    case .earlier:
      FieldKey(
        "up down ctrl-p ctrl-n", Words("Dòng đã thêm trước đó", "Lines added before"),
        hint: Words("dòng trước", "earlier lines"), sign: "↑↓")
    case .close:
      FieldKey(
        "esc ctrl-c", Words("Đóng, chữ đang gõ vẫn còn", "Close; what is typed stays"),
        hint: Words("đóng", "close"))
    case .forget:
      FieldKey(
        "ctrl-k", Words("Ở dòng trống: bỏ những gì giữ từ dòng trước", "Empty line: keep nothing"),
        hint: Words("(dòng trống) bỏ giữ", "(empty line) keep none"))
    }
  }
}

extension FieldKey {
  static let cancel = Words("Thôi, không đổi gì", "Cancel, change nothing")
  static let close = Words("Đóng", "Close")
  static let ends = Words("Về đầu, về cuối", "To the top, to the bottom")
  static let pages = Words("Xuống, lên một trang", "A page down, a page up")

  // What a text in a window is read with.
  static let scrolling = FieldKey(
    "j down ctrl-n k up ctrl-p", Words("Cuộn xuống, lên", "Scroll down, up"),
    hint: Words("cuộn", "scroll"), sign: "j k")
  static let paging = FieldKey("pgdn space ctrl-f pgup ctrl-b", pages, sign: "PgDn PgUp")
  static let ending = FieldKey("g home G end", ends)
}
