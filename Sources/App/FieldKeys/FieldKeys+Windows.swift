// The keys of windows: the preview, the command line, menus, saved views, sheets, drafts, help.
internal import Vietnamese

enum PreviewKey: FieldKeyTable {
  case change, skip, force, scroll, pages, ends, back

  var row: FieldKey {
    switch self {
    case .change:
      FieldKey(
        "enter", Words("Sửa các mục này", "Change these records"),
        hint: Words("sửa # mục", "change #"))
    case .skip:
      FieldKey(
        "b", Words("Bỏ mục bị từ chối, làm số còn lại", "Leave out the refused, do the rest"),
        hint: Words("làm # mục được, bỏ #", "do #, leave out #"))
    case .force:
      FieldKey(
        "!", Words("Cho qua mục bị từ chối, kèm lý do", "Force those refused, with a reason"),
        hint: Words("cho qua, kèm lý do", "force, with a reason"))
    case .scroll: FieldKey.scrolling
    case .pages: FieldKey.paging
    case .ends: FieldKey.ending
    case .back:
      FieldKey(
        "esc q ctrl-c", Words("Quay lại, chưa đổi gì", "Back, nothing is changed"),
        hint: Words("quay lại", "back"))
    }
  }
}

enum ReasonKey: FieldKeyTable {
  case force, back

  var row: FieldKey {
    switch self {
    case .force: FieldKey("enter", Words("Cho qua với lý do này", "Force, for this reason"))
    case .back: FieldKey("esc ctrl-c", Words("Không cho qua nữa", "Do not force"))
    }
  }
}

enum PaletteKey: FieldKeyTable {
  case run, complete, earlier, choose, close

  static let foot = [run, complete, earlier, close].map(\.row)

  var row: FieldKey {
    switch self {
    case .run:
      FieldKey("enter", Words("Làm lệnh này", "Do the command"), hint: Words("làm", "run"))
    case .complete:
      FieldKey(
        "tab", Words("Điền lệnh đang chọn", "Complete with the chosen one"),
        hint: Words("điền", "complete"))
    case .earlier:
      FieldKey(
        "up", Words("Ở dòng đầu: lệnh đã làm trước đó", "At the top: commands done before"),
        hint: Words("lệnh trước", "history"))
    case .choose:
      FieldKey(
        "down up ctrl-n ctrl-p shift-tab",
        Words("Chọn lệnh dưới, trên", "The command below, above"),
        sign: "↓ ↑ Ctrl-N Ctrl-P")
    case .close:
      FieldKey(
        "esc ctrl-c backspace", Words("Đóng (Backspace: khi dòng trống)", "Close"),
        hint: Words("đóng", "close"))
    }
  }
}

enum MenuKey: FieldKeyTable {
  case choose, digit, move, ends, cancel

  static let foot = [choose, cancel].map(\.row)

  var row: FieldKey {
    switch self {
    case .choose:
      FieldKey("enter", Words("Chọn", "Choose"), hint: Words("chọn", "choose"))
    case .digit:
      FieldKey(
        "1 2 3 4 5 6 7 8 9 0 - =", Words("Chọn theo phím đứng đầu dòng", "Choose by its key"),
        sign: "1–9 0 - =")
    case .move: FieldKey("j down ctrl-n k up ctrl-p", Words("Xuống, lên", "Down, up"))
    case .ends: FieldKey("home G end", FieldKey.ends)
    case .cancel: FieldKey("esc q ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum SavedViewsKey: FieldKeyTable {
  case open, save, rename, remove, find, move, ends, close

  static let foot = [open, save, rename, remove, find, close].map(\.row)

  var row: FieldKey {
    switch self {
    case .open:
      FieldKey(
        "enter 1 2 3 4 5 6 7 8 9", Words("Mở, hoặc mở theo số", "Open, or open by number"),
        hint: Words("mở", "open"), sign: "⏎ 1–9")
    case .save:
      FieldKey(
        "s", Words("Lưu danh sách đang hiện", "Save the list that shows"),
        hint: Words("lưu danh sách này", "save this list"))
    case .rename: FieldKey("r", Words("Đổi tên", "Rename"), hint: Words("đổi tên", "rename"))
    case .remove:
      FieldKey(
        "x D del", Words("Bỏ (hỏi lại)", "Remove (asks first)"), hint: Words("bỏ", "remove"))
    case .find: FieldKey("/", Words("Tìm theo tên", "Find by name"), hint: Words("tìm", "find"))
    case .move: FieldKey("j down ctrl-n k up ctrl-p", Words("Xuống, lên", "Down, up"))
    case .ends: FieldKey("home G end", FieldKey.ends)
    case .close: FieldKey("esc q ctrl-c", FieldKey.close, hint: Words("đóng", "close"))
    }
  }
}

enum SavedViewNameKey: FieldKeyTable {
  case open, move, save, home, rename, remove, cancel

  var row: FieldKey {
    switch self {
    case .open:
      FieldKey("enter", Words("Khi tìm: mở", "Finding: open"), hint: Words("mở", "open"))
    case .move: FieldKey("down up", Words("Khi tìm: xuống, lên", "Finding: down, up"))
    case .save:
      FieldKey("enter", Words("Khi đặt tên: lưu", "Naming: save"), hint: Words("lưu", "save"))
    case .home:
      FieldKey(
        "tab shift-tab", Words("Khi đặt tên: của cả sổ hay của riêng", "Naming: shared or own"),
        hint: Words("chung/riêng", "shared/own"))
    case .rename:
      FieldKey(
        "enter", Words("Khi đổi tên: đổi", "Renaming: rename"), hint: Words("đổi tên", "rename"))
    case .remove:
      FieldKey("enter", Words("Khi hỏi bỏ: bỏ", "Removing: remove"), hint: Words("bỏ", "remove"))
    case .cancel: FieldKey("esc ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum SheetKey: FieldKeyTable {
  case save, edit, reopen, cancel

  var row: FieldKey {
    switch self {
    case .save:
      FieldKey(
        "enter ctrl-s", Words("Lưu những gì hiện ra", "Save what is shown"),
        hint: Words("lưu", "save"))
    case .edit:
      FieldKey(
        "e E", Words("Sửa tiếp trong trình soạn thảo", "Go on in the editor"),
        hint: Words("sửa tiếp", "edit again"))
    case .reopen:
      FieldKey(
        "e E", Words("Khi có lỗi: mở lại, chữ đã gõ vẫn còn", "After a fault: open what was typed"),
        hint: Words("mở lại", "open again"))
    case .cancel: FieldKey("esc q ctrl-c", FieldKey.cancel, hint: Words("thôi", "cancel"))
    }
  }
}

enum DraftKey: FieldKeyTable {
  case record, create, copy, scroll, pages, ends, close

  var row: FieldKey {
    switch self {
    case .create:
      FieldKey(
        "enter", Words("Ở kế hoạch năm sau: thêm các mục", "Next year's plan: add its records"),
        hint: Words("thêm các mục", "add the records"))
    case .record:
      FieldKey(
        "enter", Words("Ở công văn: ghi là đã gửi", "A letter: write down that it was sent"),
        hint: Words("ghi đã gửi", "write down as sent"))
    case .copy: FieldKey("y", Words("Chép cả tờ", "Copy all of it"), hint: Words("chép", "copy"))
    case .scroll: FieldKey.scrolling
    case .pages: FieldKey.paging
    case .ends: FieldKey.ending
    case .close: FieldKey("esc q", Words("Đóng; phím khác cũng đóng", "Close; so do other keys"))
    }
  }
}

enum HelpKey: FieldKeyTable {
  case run, move, pages, close

  static let foot = [run, close].map(\.row)

  var row: FieldKey {
    switch self {
    case .run:
      FieldKey(
        "enter", Words("Làm ngay việc đang chọn", "Do the chosen thing now"),
        hint: Words("làm ngay", "do it now"))
    case .move: FieldKey("down up ctrl-n ctrl-p", Words("Xuống, lên", "Down, up"))
    case .pages: FieldKey("pgdn pgup", Words("Xuống, lên mười dòng", "Ten lines down, up"))
    case .close:
      FieldKey(
        "esc ctrl-c q", Words("Đóng (q: khi chưa gõ)", "Close (q: before typing)"),
        hint: Words("đóng", "close"))
    }
  }
}
