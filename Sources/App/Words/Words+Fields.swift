package import Model

extension Field {
  /// The field's name on screen.
  package var words: Words {
    switch self {
    case .key: Words("Khóa", "Key")
    case .code: Words("Mã", "Code")
    case .kind: Words("Loại", "Kind")
    case .direction: Words("Chiều", "Direction")
    case .province: Words("Tỉnh", "Province")
    case .alsoProvinces: Words("Tỉnh liên quan", "Other provinces")
    case .title: Words("Nội dung", "Title")
    case .titleEn: Words("Tên tiếng Anh", "English title")
    case .category: Words("Lĩnh vực", "Category")
    case .tier: Words("Mức theo dõi", "Tier")
    case .raisedBy: Words("Bên nêu", "Raised by")
    case .raisedOn: Words("Ngày nêu", "Raised on")
    case .session: Words("Buổi làm việc", "Session")
    case .contactMinistry: Words("Đầu mối phía Bộ", "Ministry's contact point")
    case .contactProvince: Words("Đầu mối phía tỉnh", "Province's contact point")
    case .lead: Words("Chủ trì", "Lead")
    case .coordinating: Words("Phối hợp", "Coordinating")
    case .officer: Words("Cán bộ theo dõi", "Officer")
    case .leader: Words("Lãnh đạo phụ trách", "Leader in charge")
    case .assigner: Words("Người giao", "Assigned by")
    case .counterparts: Words("Đối tác", "Counterparts")
    case .places: Words("Địa điểm", "Places")
    case .topics: Words("Chủ đề", "Topics")
    case .tags: Words("Nhãn", "Tags")
    case .quantities: Words("Số lượng", "Quantities")
    case .emphasis: Words("Nhấn mạnh", "Emphasis")
    case .dateWords: Words("Theo bài", "As printed")
    case .due: Words("Hạn", "Deadline")
    case .noDeadlineReason: Words("Lý do chưa có hạn", "Why no deadline")
    case .period: Words("Giai đoạn", "Period")
    case .recurrence: Words("Định kỳ", "Recurrence")
    case .extensions: Words("Gia hạn", "Extensions")
    case .programme: Words("Chương trình", "Programme")
    case .dossiers: Words("Hồ sơ", "Dossiers")
    case .documents: Words("Văn bản nêu", "Documents named")
    case .links: Words("Liên kết", "Links")
    case .appliesTo: Words("Áp dụng cho", "Applies to")
    case .status: Words("Trạng thái", "Status")
    case .statusOn: Words("Từ ngày", "Since")
    case .agreement: Words("Người đồng ý", "Agreed by")
    case .waiting: Words("Đang chờ", "Waiting for")
    case .holder: Words("Việc đang ở", "Held by")
    case .pause: Words("Lý do tạm dừng", "Reason for the pause")
    case .carriedTo: Words("Chuyển sang năm", "Carried over to")
    case .mergedInto: Words("Gộp vào", "Merged into")
    case .reason: Words("Lý do", "Reason")
    case .expectedResult: Words("Kết quả mong đợi", "Expected result")
    case .result: Words("Kết quả", "Result")
    case .doneOn: Words("Ngày xong", "Done on")
    case .evidence: Words("Minh chứng", "Evidence")
    case .chases: Words("Đôn đốc", "Chases")
    case .ratings: Words("Đánh giá hằng năm", "Yearly ratings")
    case .deliveries: Words("Các kỳ đã gửi", "Issues sent")
    case .priority: Words("Mức ưu tiên", "Priority")
    case .regime: Words("Chế độ thông tin", "Information regime")
    case .secretStub: Words("Có tài liệu mật", "Secret paper exists")
    case .sources: Words("Nguồn", "Sources")
    case .toConfirm: Words("Cần xác minh", "To be confirmed")
    case .remarks: Words("Ghi chú", "Remarks")
    case .notes: Words("Diễn biến", "Progress")
    case .putOffUntil: Words("Để sau đến ngày", "Put off until")
    case .passedOn: Words("Cho qua khi còn thiếu", "Passed with gaps on")
    case .binned: Words("Trong thùng rác từ", "In the bin since")
    }
  }
}

extension Requirement {
  /// What a step asks for, as a label before the answer.
  package var words: Words {
    switch self {
    case .source: Words("Căn cứ (văn bản, cuộc họp)", "Source (paper, meeting)")
    case .agreedBy: Words("Ai đồng ý", "Who agreed")
    case .lead: Words("Cơ quan chủ trì", "Lead unit")
    case .assigner: Words("Người giao", "Assigned by")
    case .dueOrReason: Words("Hạn, hoặc lý do chưa có hạn", "Deadline, or why there is none")
    case .note: Words("Diễn biến", "Progress note")
    case .waitingFor: Words("Chờ ai", "Waiting for whom")
    case .waitingSince: Words("Chờ từ ngày", "Waiting since")
    case .result: Words("Kết quả", "Result")
    case .evidence: Words("Minh chứng", "Evidence")
    case .resultKind: Words("Hình thức kết quả", "Kind of result")
    case .doneOn: Words("Ngày hoàn thành", "Done on")
    case .reason: Words("Lý do", "Reason")
    case .lookAgainOn: Words("Xem lại ngày", "Look again on")
    case .targetYear: Words("Chuyển sang năm", "Carry over to year")
    case .otherCode: Words("Gộp vào mã", "Merge into code")
    }
  }

  /// The option of `dondoc status` that states it; nil where the step's own day does.
  package var option: String? {
    switch self {
    case .source: "--source"
    case .agreedBy: "--agreed-by"
    case .lead: "--lead"
    case .assigner: "--assigner"
    case .dueOrReason: "--due | --no-due"
    case .note: "--note"
    case .waitingFor: "--waiting-for"
    case .waitingSince: "--since"
    case .result: "--result"
    case .evidence: "--evidence"
    case .resultKind: "--result-kind"
    case .doneOn: "--on"
    case .reason: "--reason"
    case .lookAgainOn: "--look-again"
    case .targetYear: "--year"
    case .otherCode: "--into"
    }
  }
}
