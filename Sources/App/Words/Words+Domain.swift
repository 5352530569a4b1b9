package import Model

// The field's standard terms; domain/glossary is their source.

extension Status {
  package var words: Words {
    switch self {
    case .new: Words("Mới", "New")
    case .agreed: Words("Đồng ý về nguyên tắc", "Agreed in principle")
    case .assigned: Words("Đã giao việc", "Assigned")
    case .inProgress: Words("Đang thực hiện", "In progress")
    case .awaitingReply: Words("Chờ phản hồi", "Awaiting reply")
    case .reported: Words("Đã có kết quả, chờ xác nhận", "Result reported, to be confirmed")
    case .done: Words("Hoàn thành", "Done")
    case .closed: Words("Đóng hồ sơ", "Closed")
    case .paused: Words("Tạm dừng", "Paused")
    case .carriedOver: Words("Chuyển kỳ sau", "Carried over")
    case .notPursued: Words("Không thực hiện", "Not pursued")
    case .merged: Words("Đã gộp", "Merged")
    }
  }

  /// For a column of eleven.
  package var shortWords: Words {
    switch self {
    case .new: Words("Mới", "New")
    case .agreed: Words("Đồng ý", "Agreed")
    case .assigned: Words("Đã giao", "Assigned")
    case .inProgress: Words("Đang làm", "In progress")
    case .awaitingReply: Words("Chờ trả lời", "Awaiting")
    case .reported: Words("Có kết quả", "Reported")
    case .done: Words("Xong", "Done")
    case .closed: Words("Đã đóng", "Closed")
    case .paused: Words("Tạm dừng", "Paused")
    case .carriedOver: Words("Chuyển kỳ", "Carried")
    case .notPursued: Words("Không làm", "Not pursued")
    case .merged: Words("Đã gộp", "Merged")
    }
  }

  /// The shape that says the status without colour.
  package var glyph: Character {
    switch self {
    case .new: "○"
    case .agreed: "◔"
    case .assigned: "◕"
    case .inProgress: "◑"
    case .awaitingReply: "◷"
    case .reported: "●"
    case .done: "✓"
    case .closed: "■"
    case .paused: "◇"
    case .carriedOver: "→"
    case .notPursued: "×"
    case .merged: "≡"
    }
  }
}

extension Kind {
  package var words: Words {
    switch self {
    case .request: Words("Kiến nghị", "Request")
    case .commitment: Words("Cam kết", "Commitment")
    case .instruction: Words("Chỉ đạo", "Instruction")
    case .event: Words("Sự kiện", "Event")
    case .result: Words("Kết quả đã có", "Past result")
    }
  }
}

extension Direction {
  package var words: Words {
    switch self {
    case .provinceToMinistry: Words("Tỉnh → Bộ", "Province → Ministry")
    case .ministryToProvince: Words("Bộ → tỉnh", "Ministry → province")
    case .ministerToUnits: Words("Bộ trưởng → đơn vị", "Minister → units")
    case .joint: Words("Hai bên cùng làm", "Joint")
    case .external: Words("Với đối tác nước ngoài", "With a foreign partner")
    }
  }
}

extension Tier {
  package var words: Words {
    switch self {
    case .core: Words("cần theo dõi", "to follow")
    case .framework: Words("khung chung", "framework")
    case .background: Words("tham khảo", "background")
    }
  }
}

extension ResultKind {
  package var words: Words {
    switch self {
    case .met: Words("Đáp ứng", "Met")
    case .partlyMet: Words("Đáp ứng một phần", "Partly met")
    case .explained: Words("Giải trình, cung cấp thông tin", "Explained, information given")
    case .refused: Words("Không đồng ý", "Refused")
    case .passedOn: Words("Chuyển cơ quan có thẩm quyền", "Passed to the competent body")
    case .withdrawn: Words("Tỉnh rút", "Withdrawn by the province")
    }
  }
}

extension Recurrence {
  package var words: Words {
    switch self {
    case .monthly: Words("hằng tháng", "monthly")
    case .quarterly: Words("hằng quý", "quarterly")
    case .annual: Words("hằng năm", "annual")
    case .ongoing: Words("tiếp tục", "ongoing")
    }
  }
}

extension Priority {
  package var words: Words {
    switch self {
    case .urgent: Words("Khẩn", "Urgent")
    case .high: Words("Cao", "High")
    case .normal: Words("Thường", "Normal")
    case .watch: Words("Theo dõi", "Watch")
    }
  }
}

extension Regime {
  package var words: Words {
    switch self {
    case .public: Words("Công khai", "Public")
    case .internal: Words("Nội bộ", "Internal")
    }
  }
}

extension Relation {
  package var words: Words {
    switch self {
    case .answers: Words("trả lời cho", "answers")
    case .answeredBy: Words("được trả lời bởi", "answered by")
    case .partOf: Words("là phần của", "part of")
    case .hasPart: Words("gồm", "has part")
    case .dependsOn: Words("phụ thuộc", "depends on")
    case .neededBy: Words("cần cho", "needed by")
    case .conditionOf: Words("là điều kiện của", "condition of")
    case .hasCondition: Words("có điều kiện", "has condition")
    case .serves: Words("phục vụ", "serves")
    case .servedBy: Words("được phục vụ bởi", "served by")
    case .follows: Words("tiếp theo", "follows")
    case .precedes: Words("đi trước", "precedes")
    case .sameKind: Words("cùng loại", "same kind")
    case .sameDossier: Words("cùng hồ sơ", "same dossier")
    case .relates: Words("liên quan", "relates to")
    }
  }
}

extension StandardView {
  package var words: Words {
    switch self {
    case .inbox: Words("Hộp tiếp nhận", "Inbox")
    case .open: Words("Việc đang mở", "Open")
    case .ours: Words("Việc của ta", "Ours")
    case .theirs: Words("Việc của Bộ", "Theirs")
    case .overdue: Words("Quá hạn", "Overdue")
    case .dueSoon: Words("Sắp đến hạn", "Due soon")
    case .awaiting: Words("Chờ phản hồi", "Awaiting reply")
    case .toChase: Words("Cần đôn đốc", "To chase today")
    case .byUnit: Words("Theo cơ quan", "By unit")
    case .byCounterpart: Words("Theo đối tác", "By counterpart")
    case .programmes: Words("Chương trình", "Programmes")
    case .dossiers: Words("Hồ sơ", "Dossiers")
    case .calendar: Words("Lịch hạn", "Calendar")
    case .closed: Words("Đã đóng", "Closed")
    case .all: Words("Tất cả", "All")
    }
  }
}

extension Grouping {
  package var words: Words {
    switch self {
    case .none: Words("không nhóm", "no groups")
    case .province: Words("tỉnh", "province")
    case .lead: Words("chủ trì", "lead")
    case .status: Words("trạng thái", "status")
    case .category: Words("lĩnh vực", "category")
    case .kind: Words("loại", "kind")
    case .session: Words("buổi làm việc", "session")
    case .counterpart: Words("đối tác", "counterpart")
    case .programme: Words("chương trình", "programme")
    case .dossier: Words("hồ sơ", "dossier")
    case .month: Words("tháng đến hạn", "month due")
    case .holder: Words("bên đang giữ", "holder")
    }
  }
}

extension Sorting.Key {
  package var words: Words {
    switch self {
    case .register: Words("thứ tự sổ", "register order")
    case .due: Words("hạn", "deadline")
    case .code: Words("mã", "code")
    case .title: Words("nội dung", "title")
    case .lead: Words("chủ trì", "lead")
    case .status: Words("trạng thái", "status")
    case .updated: Words("mới sửa", "last changed")
    case .priority: Words("ưu tiên", "priority")
    }
  }
}
