/// Everything a person can tell the app to do with one key. Keys, help, hint line and docs come
/// from here.
package enum Command: String, CaseIterable, Sendable {
  case next, previous, top, bottom, halfDown, halfUp, pageDown, pageUp
  case paneLeft, paneRight, nextPane, previousPane, goToView
  case open, zoom, back
  case nextTab, previousTab, scrollDown, scrollUp
  case filter, savedViews, nextMatch, previousMatch
  case quickAdd
  case statusMenu, done, closeWithoutResult, note, chase, lead, due
  case edit, modify, editOutside, coordinating, addTags, removeTags, bin, restore
  case undo, redo, repeatLast, copyCode, copyRow
  case sort, group
  case mark, markRange, markAll, markByQuery, clearMarks
  case triage, dashboard, board, calendar, visit, letters, answers, quantities
  case conflicts, versions
  case stepForward, stepBack, nextMonth, previousMonth, thisDay
  case accept, giveToUnit, sendBack, duplicateOf, putOff, split, joinWith, nextItem, previousItem
  case leaveScreen
  case review
  case rate, switchSide, comment, addEvidence, nextTask, previousTask, taskDown, taskUp
  case onlyDifferences, closeYear, copyYear, leaveReview
  case takeSide, otherValue, restoreVersion
  case timeMachine
  case palette, reload, switchTyping, switchLanguage, help, quit, quitNow
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
    case .quickAdd:
      Words(
        "Thêm nhanh, mỗi dòng một mục; dán biên bản để tách", "Add by lines; paste minutes to split"
      )
    case .savedViews: Words("Chế độ xem đã lưu: mở, lưu, sửa", "Saved views: open, save, change")
    case .nextMatch: Words("Đến mục khớp kế tiếp", "Next match")
    case .previousMatch: Words("Về mục khớp trước", "Previous match")
    case .statusMenu: Words("Đổi trạng thái", "Change the status")
    case .done: Words("Hoàn thành (hỏi hình thức kết quả)", "Done (asks for the kind of result)")
    case .closeWithoutResult:
      Words("Không thực hiện (hỏi lý do)", "Close without result (asks why)")
    case .note: Words("Ghi diễn biến", "Add a progress note")
    case .chase: Words("Đôn đốc (lần nữa: xem dự thảo công văn)", "Chase (again: the draft letter)")
    case .lead: Words("Đặt cơ quan chủ trì", "Set the lead unit")
    case .due: Words("Đặt hạn, gia hạn", "Set or extend the deadline")
    case .edit: Words("Sửa mọi trường trong biểu mẫu", "Edit every field in a form")
    case .modify:
      Words(
        "Sửa bằng một dòng: han:15/4 chutri:ubbg +nhãn", "Modify by a line: due:15/4 lead:x +tag")
    case .editOutside: Words("Sửa trong trình soạn thảo ($EDITOR)", "Edit in $EDITOR")
    case .coordinating: Words("Đặt cơ quan phối hợp", "Set the coordinating units")
    case .addTags: Words("Thêm nhãn", "Add tags")
    case .removeTags: Words("Bỏ nhãn", "Remove tags")
    case .bin: Words("Bỏ vào thùng rác (hỏi lại)", "Put into the bin (asks first)")
    case .restore: Words("Thùng rác: lấy lại một mục", "The bin: take a record out")
    case .copyCode: Words("Chép mã", "Copy the code")
    case .copyRow: Words("Chép cả dòng thành chữ", "Copy the row as text")
    case .undo: Words("Hoàn tác", "Undo")
    case .redo: Words("Làm lại", "Redo")
    case .repeatLast:
      Words("Lặp lại thay đổi vừa rồi ở đây", "The last change again, here or on the marks")
    case .mark: Words("Đánh dấu rồi xuống một dòng", "Mark and go down")
    case .markRange: Words("Đánh dấu một đoạn đến con trỏ", "Mark a range up to the cursor")
    case .markAll: Words("Đánh dấu mọi mục đang hiện", "Mark all that is shown")
    case .markByQuery: Words("Đánh dấu theo câu tìm", "Mark by a query")
    case .clearMarks: Words("Bỏ mọi đánh dấu", "Clear the marks")
    case .palette: Words("Dòng lệnh: gõ tên việc", "Command line: type what to do")
    case .sort: Words("Sắp xếp theo…", "Sort by…")
    case .group: Words("Nhóm theo…", "Group by…")
    case .triage:
      Words("Tiếp nhận từng mục đang hiện", "Triage: the records shown, one by one")
    case .dashboard: Words("Bảng số liệu: bốn ô, ai đang giữ việc", "Dashboard: boxes, holders")
    case .board: Words("Bảng cột theo trạng thái", "Board: columns by status")
    case .calendar: Words("Lịch: hạn, sự kiện, kỳ hạn", "Calendar: deadlines and events")
    case .visit: Words("Phiếu thăm, làm việc với tỉnh, đối tác", "Visit sheet of a partner")
    case .conflicts:
      Words("Xung đột: xử lý từng chỗ hai người sửa khác", "Conflicts: settle them one by one")
    case .versions: Words("Bản cũ: so với nay, khôi phục", "Former versions: compare, restore")
    case .takeSide: Words("Chọn giá trị thứ 1–9", "Take value 1 to 9")
    case .otherValue: Words("Nhập giá trị khác", "Type another value")
    case .restoreVersion: Words("Khôi phục bản này (hỏi lại)", "Restore this version (asks first)")
    case .letters:
      Words("Công văn đôn đốc của các mục đang hiện", "Letters of chasing for what is shown")
    case .answers: Words("Từng đối tác: ai trả lời, ai chưa", "Counterparts: who has answered")
    case .quantities: Words("Cho và nhận: số lượng hai chiều", "Given and received")
    case .stepForward: Words("Sang trạng thái kế tiếp", "To the next status")
    case .stepBack: Words("Lùi về trạng thái trước", "Back to the status before")
    case .nextMonth: Words("Tháng sau", "Next month")
    case .previousMonth: Words("Tháng trước", "Previous month")
    case .thisDay: Words("Về hôm nay", "To today")
    case .accept: Words("Nhận, điền nốt phần còn thiếu", "Accept, fill in what is missing")
    case .giveToUnit: Words("Giao cơ quan thứ 1–9 chủ trì", "Give the lead to unit 1 to 9")
    case .sendBack: Words("Trả lại, nêu lý do", "Return it, with the reason")
    case .duplicateOf: Words("Trùng với mục khác…", "Duplicate of another…")
    case .putOff: Words("Để sau, đến ngày…", "Put off until a day…")
    case .split: Words("Tách thành nhiều mục", "Split into several records")
    case .joinWith: Words("Gộp vào mục khác…", "Join into another record…")
    case .nextItem: Words("Mục sau", "Next record")
    case .previousItem: Words("Mục trước", "Previous record")
    case .leaveScreen: Words("Nghỉ, lần sau làm tiếp", "Leave, to go on another time")
    case .review, .rate, .switchSide, .comment, .addEvidence, .nextTask, .previousTask, .taskDown,
      .taskUp,
      .onlyDifferences, .closeYear, .copyYear, .leaveReview:
      reviewSummary
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
    case .quickAdd: Words("thêm", "add")
    case .statusMenu: Words("trạng thái", "status")
    case .done: Words("xong", "done")
    case .closeWithoutResult: Words("không làm", "drop")
    case .note: Words("ghi diễn biến", "note")
    case .chase: Words("đôn đốc", "chase")
    case .lead: Words("chủ trì", "lead")
    case .due: Words("hạn", "due")
    case .edit: Words("sửa", "edit")
    case .modify: Words("sửa nhanh", "modify")
    case .coordinating: Words("phối hợp", "with")
    case .filter: Words("tìm", "find")
    case .savedViews: Words("xem đã lưu", "saved views")
    case .undo: Words("hoàn tác", "undo")
    case .redo: Words("làm lại", "redo")
    case .repeatLast: Words("lặp lại", "repeat")
    case .mark: Words("đánh dấu", "mark")
    case .markRange: Words("đoạn", "range")
    case .markAll: Words("dấu tất cả", "mark all")
    case .markByQuery: Words("dấu theo câu tìm", "mark where")
    case .clearMarks: Words("bỏ dấu", "clear marks")
    case .palette: Words("lệnh", "command")
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
    case .triage: Words("tiếp nhận", "triage")
    case .dashboard: Words("số liệu", "figures")
    case .board: Words("bảng cột", "board")
    case .calendar: Words("lịch", "calendar")
    case .visit: Words("phiếu thăm", "visit")
    case .conflicts: Words("xung đột", "conflicts")
    case .versions: Words("bản cũ", "versions")
    case .takeSide: Words("chọn", "take")
    case .otherValue: Words("giá trị khác", "another value")
    case .restoreVersion: Words("khôi phục", "restore")
    case .letters: Words("công văn", "letters")
    case .answers: Words("trả lời", "answers")
    case .quantities: Words("cho và nhận", "given")
    case .stepForward: Words("bước tới", "forward")
    case .stepBack: Words("lùi lại", "back")
    case .nextMonth: Words("tháng sau", "next month")
    case .previousMonth: Words("tháng trước", "month before")
    case .thisDay: Words("hôm nay", "today")
    case .accept: Words("nhận", "accept")
    case .giveToUnit: Words("giao", "give")
    case .sendBack: Words("trả lại", "return")
    case .duplicateOf: Words("trùng", "duplicate")
    case .putOff: Words("để sau", "put off")
    case .split: Words("tách", "split")
    case .joinWith: Words("gộp", "join")
    case .nextItem: Words("mục sau", "next")
    case .previousItem: Words("mục trước", "previous")
    case .leaveScreen: Words("nghỉ", "leave")
    case .review, .rate, .switchSide, .comment, .addEvidence, .nextTask, .previousTask, .taskDown,
      .taskUp,
      .onlyDifferences, .closeYear, .copyYear, .leaveReview:
      reviewHint
    case .timeMachine: Words("xem ngày", "past day")
    case .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp, .paneLeft,
      .paneRight, .previousPane, .previousTab, .scrollUp, .reload, .switchLanguage, .quitNow,
      .editOutside,
      .addTags, .removeTags, .bin, .restore, .copyCode, .copyRow, .nextMatch, .previousMatch:
      summary
    }
  }

  /// The heading it stands under in help.
  package var section: CommandSection {
    switch self {
    case .next, .previous, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp: .moving
    case .accept, .giveToUnit, .sendBack, .duplicateOf, .putOff, .split, .joinWith, .nextItem,
      .previousItem, .leaveScreen:
      .triage
    case .triage, .dashboard, .board, .calendar, .visit, .review, .letters, .answers, .quantities,
      .conflicts, .versions:
      .screens
    case .takeSide, .otherValue: .conflicts
    case .restoreVersion: .versions
    case .stepForward, .stepBack: .board
    case .nextMonth, .previousMonth, .thisDay: .calendar
    case .rate, .switchSide, .comment, .addEvidence, .nextTask, .previousTask, .taskDown, .taskUp,
      .onlyDifferences, .closeYear, .copyYear, .leaveReview:
      .review
    case .paneLeft, .paneRight, .nextPane, .previousPane, .goToView, .open, .zoom, .back,
      .nextTab, .previousTab, .scrollDown, .scrollUp:
      .panes
    case .filter, .savedViews, .nextMatch, .previousMatch, .sort, .group, .timeMachine: .finding
    case .quickAdd, .statusMenu, .done, .closeWithoutResult, .note, .chase, .lead, .due, .edit,
      .modify,
      .editOutside, .coordinating, .addTags, .removeTags, .bin, .restore, .undo, .redo, .repeatLast,
      .copyCode, .copyRow:
      .changing
    case .mark, .markRange, .markAll, .markByQuery, .clearMarks: .marking
    case .palette, .reload, .switchTyping, .switchLanguage, .help, .quit, .quitNow: .program
    }
  }
}

package enum CommandSection: CaseIterable, Sendable {
  case changing, marking, triage, review, board, calendar, conflicts, versions, screens, finding
  case moving, panes, program

  package var words: Words {
    switch self {
    case .changing: Words("Thay đổi", "Changing")
    case .triage: Words("Trong màn hình tiếp nhận", "On the triage screen")
    case .board: Words("Trong bảng cột", "On the board")
    case .calendar: Words("Trong lịch", "In the calendar")
    case .review: Words("Trong màn hình rà soát", "On the review screen")
    case .conflicts: Words("Trong màn hình xung đột", "On the conflicts screen")
    case .versions: Words("Trong màn hình bản cũ", "On the screen of former versions")
    case .screens: Words("Màn hình", "Screens")
    case .marking: Words("Đánh dấu để đổi nhiều mục", "Marks, to change many")
    case .finding: Words("Tìm và sắp xếp", "Finding")
    case .moving: Words("Di chuyển", "Moving")
    case .panes: Words("Khung và thẻ", "Panes")
    case .program: Words("Chương trình", "Program")
    }
  }
}

extension CommandSection {
  /// The screen whose keys these are; nil for keys of the panes.
  package var screen: ScreenName? {
    switch self {
    case .triage: .triage
    case .board: .board
    case .calendar: .calendar
    case .review: .review
    case .conflicts: .conflicts
    case .versions: .versions
    case .changing, .marking, .screens, .finding, .moving, .panes, .program: nil
    }
  }

  fileprivate var isForScreens: Bool {
    switch self {
    case .changing, .program: true
    case .triage, .review, .board, .calendar, .conflicts, .versions,
      .marking, .screens, .finding, .moving, .panes:
      false
    }
  }
}

extension Command {
  /// Whether both are in one table: the keys of the panes, or those of one screen.
  package func isHeard(beside other: Command) -> Bool { section.screen == other.section.screen }

  /// Whether it also works on full-screen views, where the screen's own table leaves its keys free.
  package var worksOnScreens: Bool {
    section.isForScreens || [.scrollDown, .scrollUp, .answers, .quantities].contains(self)
  }
}
