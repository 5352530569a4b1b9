// The keys of the screen that splits minutes, and of the questions it asks.
internal import Vietnamese

enum MinutesKey: FieldKeyTable {
  case keep, join, split, edit, kind, common, all, undo, make, move, ends, pages, leave

  /// Those for which the foot has room.
  static let foot: [FieldKey] =
    [keep, join, split, edit, kind, common, all, undo, make].map(\.row)

  var row: FieldKey {
    switch self {
    case .keep:
      FieldKey(
        "space", Words("Giữ hoặc bỏ mục", "Keep or drop"), hint: Words("giữ/bỏ", "keep/drop"))
    case .join:
      FieldKey(
        "&", Words("Gộp với mục dưới", "Join with the one below"), hint: Words("gộp", "join"))
    case .split: FieldKey("\\", Words("Tách mục", "Split the item"), hint: Words("tách", "split"))
    case .edit:
      FieldKey(
        "e", Words("Sửa như một dòng thêm nhanh", "Change as a quick-add line"),
        hint: Words("sửa", "edit"))
    case .kind:
      FieldKey(
        "1 2 3 4 5",
        Words(
          "Kiến nghị, cam kết, chỉ đạo, sự kiện, kết quả",
          "Request, commitment, instruction, event, result"),
        hint: Words("loại", "kind"), sign: "1–5")
    case .common:
      FieldKey(
        "D", Words("Trường chung của mọi mục", "Fields common to all"),
        hint: Words("chung", "common"))
    case .all:
      FieldKey(
        "K L", Words("Giữ hết, bỏ hết", "Keep all, drop all"),
        hint: Words("giữ/bỏ hết", "all/none"), sign: "K/L")
    case .undo:
      FieldKey(
        "u ctrl-z", Words("Hoàn tác việc vừa làm ở đây", "Undo the last thing here"),
        hint: Words("", ""))
    case .make:
      FieldKey(
        "enter", Words("Tạo các mục giữ (hỏi lại)", "Make those kept (asks first)"),
        hint: Words("tạo", "make"))
    case .move: FieldKey("j down k up", Words("Xuống, lên một mục", "An item down, up"))
    case .ends: FieldKey.ending
    case .pages: FieldKey("pgdn ctrl-f pgup ctrl-b", FieldKey.pages, sign: "PgDn PgUp")
    case .leave:
      FieldKey(
        "esc q ctrl-c", Words("Bỏ bản này; hỏi lại nếu đã sửa", "Leave; asks if it was changed"))
    }
  }
}

enum MinutesSplitKey: FieldKeyTable {
  case another, previous, split, cancel

  var row: FieldKey {
    switch self {
    case .another:
      FieldKey(
        "\\ right tab l j down", Words("Chỗ tách kế tiếp", "The next place"),
        hint: Words("chỗ khác", "elsewhere"))
    case .previous:
      FieldKey("left shift-tab h k up", Words("Chỗ tách trước", "The place before"))
    case .split:
      FieldKey("enter space", Words("Tách ở đây", "Split here"), hint: Words("tách", "split"))
    case .cancel: FieldKey("esc ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum MinutesLineKey: FieldKeyTable {
  case take, cancel

  var row: FieldKey {
    switch self {
    case .take:
      FieldKey("enter", Words("Nhận dòng đã sửa", "Take the line"), hint: Words("nhận", "take"))
    case .cancel: FieldKey("esc ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum MinutesAskKey: FieldKeyTable {
  case make, cancel

  var row: FieldKey {
    switch self {
    case .make:
      FieldKey("enter y", Words("Tạo các mục", "Make the records"), hint: Words("tạo", "make"))
    case .cancel: FieldKey("esc ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum MinutesLeaveKey: FieldKeyTable {
  case leave, stay

  var row: FieldKey {
    switch self {
    case .leave:
      FieldKey(
        "enter y b c", Words("Bỏ những gì đã sửa ở đây", "Drop what was changed here"),
        hint: Words("bỏ", "leave"))
    case .stay:
      FieldKey("esc ctrl-c", Words("Ở lại", "Stay"), hint: Words("ở lại", "stay"))
    }
  }
}
