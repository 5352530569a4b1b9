/// Everything a person can tell the app to do with one key. Keys, help, hint line and docs come
/// from here.
package enum Command: String, CaseIterable, Sendable {
  case next, previous, top, bottom, halfDown, halfUp, pageDown, pageUp
  case paneLeft, paneRight, nextPane, previousPane, goToView
  case open, zoom, back
  case nextTab, previousTab, scrollDown, scrollUp
  case filter
  case statusMenu, done, closeWithoutResult, note, lead, due
  case undo, redo
  case sort, group
  case timeMachine
  case reload, switchTyping, switchLanguage, help, quit, quitNow
}

extension Command {
  /// The line in help and in the docs page.
  package var summary: Words {
    switch self {
    case .next: Words("Xuống một dòng", "Down one line")
    case .previous: Words("Lên một dòng", "Up one line")
    case .top: Words("Về đầu", "To the top")
    case .bottom: Words("Về cuối", "To the bottom")
    case .halfDown: Words("Xuống nửa trang", "Down half a page")
    case .halfUp: Words("Lên nửa trang", "Up half a page")
    case .pageDown: Words("Xuống một trang", "Down a page")
    case .pageUp: Words("Lên một trang", "Up a page")
    case .paneLeft: Words("Sang khung bên trái", "To the pane on the left")
    case .paneRight: Words("Sang khung bên phải", "To the pane on the right")
    case .nextPane: Words("Khung kế tiếp", "Next pane")
    case .previousPane: Words("Khung trước", "Previous pane")
    case .goToView: Words("Mở chế độ xem thứ 1–9", "Open view 1 to 9")
    case .open: Words("Mở", "Open")
    case .zoom: Words("Phóng to khung này, hoặc thu lại", "Zoom this pane, or back")
    case .back: Words("Đóng, thôi, hoặc bỏ lọc", "Close, cancel, or clear the filter")
    case .nextTab: Words("Thẻ chi tiết kế tiếp", "Next tab of the detail")
    case .previousTab: Words("Thẻ chi tiết trước", "Previous tab of the detail")
    case .scrollDown: Words("Cuộn chi tiết xuống", "Scroll the detail down")
    case .scrollUp: Words("Cuộn chi tiết lên", "Scroll the detail up")
    case .filter: Words("Tìm và lọc ngay khi gõ", "Find: filter while you type")
    case .statusMenu: Words("Đổi trạng thái", "Change the status")
    case .done: Words("Hoàn thành (hỏi hình thức kết quả)", "Done (asks for the kind of result)")
    case .closeWithoutResult:
      Words("Không thực hiện (hỏi lý do)", "Close without result (asks why)")
    case .note: Words("Ghi diễn biến", "Add a progress note")
    case .lead: Words("Đặt cơ quan chủ trì", "Set the lead unit")
    case .due: Words("Đặt hạn, gia hạn", "Set or extend the deadline")
    case .undo: Words("Hoàn tác", "Undo")
    case .redo: Words("Làm lại", "Redo")
    case .sort: Words("Sắp xếp theo…", "Sort by…")
    case .group: Words("Nhóm theo…", "Group by…")
    case .timeMachine:
      Words(
        "Xem sổ như một ngày đã qua, hoặc về hiện tại", "The register as of a past day, or back")
    case .reload: Words("Đọc lại sổ", "Read the register again")
    case .switchTyping: Words("Kiểu gõ: Telex, VNI, tắt", "Typing method: Telex, VNI, off")
    case .switchLanguage: Words("Tiếng Việt / English", "Tiếng Việt / English")
    case .help: Words("Trợ giúp: mọi phím, gõ để tìm", "Help: every key, type to find")
    case .quit: Words("Đóng lớp trên cùng, rồi thoát", "Close the top layer, then quit")
    case .quitNow: Words("Thoát ngay (mọi thứ đã lưu)", "Quit at once (all is saved)")
    }
  }

  /// The word in the hint line, where there is little room.
  package var hint: Words {
    switch self {
    case .open: Words("mở", "open")
    case .statusMenu: Words("trạng thái", "status")
    case .done: Words("xong", "done")
    case .closeWithoutResult: Words("không làm", "drop")
    case .note: Words("ghi diễn biến", "note")
    case .lead: Words("chủ trì", "lead")
    case .due: Words("hạn", "due")
    case .filter: Words("tìm", "find")
    case .undo: Words("hoàn tác", "undo")
    case .redo: Words("làm lại", "redo")
    case .sort: Words("sắp xếp", "sort")
    case .group: Words("nhóm", "group")
    case .help: Words("trợ giúp", "help")
    case .quit: Words("thoát", "quit")
    case .nextPane: Words("khung", "pane")
    case .nextTab: Words("thẻ", "tab")
    case .zoom: Words("phóng to", "zoom")
    case .back: Words("quay lại", "back")
    case .goToView: Words("chế độ xem", "view")
    case .scrollDown: Words("cuộn", "scroll")
    case .switchTyping: Words("kiểu gõ", "typing")
    case .timeMachine: Words("xem ngày", "past day")
    case .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp, .paneLeft,
      .paneRight, .previousPane, .previousTab, .scrollUp, .reload, .switchLanguage, .quitNow:
      summary
    }
  }

  /// The heading it stands under in help.
  package var section: CommandSection {
    switch self {
    case .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp: .moving
    case .paneLeft, .paneRight, .nextPane, .previousPane, .goToView, .open, .zoom, .back,
      .nextTab, .previousTab, .scrollDown, .scrollUp:
      .panes
    case .filter, .sort, .group, .timeMachine: .finding
    case .statusMenu, .done, .closeWithoutResult, .note, .lead, .due, .undo, .redo: .changing
    case .reload, .switchTyping, .switchLanguage, .help, .quit, .quitNow: .program
    }
  }
}

package enum CommandSection: CaseIterable, Sendable {
  case changing, finding, moving, panes, program

  package var words: Words {
    switch self {
    case .changing: Words("Thay đổi", "Changing")
    case .finding: Words("Tìm và sắp xếp", "Finding")
    case .moving: Words("Di chuyển", "Moving")
    case .panes: Words("Khung và thẻ", "Panes")
    case .program: Words("Chương trình", "Program")
    }
  }
}
