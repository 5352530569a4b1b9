package import Model
internal import Vietnamese

extension Need {
  /// As the mark on the triage screen is called.
  package var clearWords: Words {
    switch self {
    case .person, .lead: Words("Rõ người", "Who leads")
    case .work: Words("Rõ việc", "What")
    case .time, .due: Words("Rõ thời gian", "Until when")
    case .result: Words("Rõ kết quả", "To what end")
    case .responsibility: Words("Rõ trách nhiệm", "Who answers")
    }
  }

  /// What is missing, within a sentence.
  package var missingWords: Words {
    switch self {
    case .person, .lead: Words("cơ quan chủ trì", "the lead unit")
    case .work: Words("nội dung", "the title")
    case .time, .due: Words("hạn", "the deadline")
    case .result: Words("kết quả mong đợi", "the expected result")
    case .responsibility: Words("cán bộ theo dõi", "the officer")
    }
  }

  static func list(_ needs: [Need], _ language: Language) -> String {
    needs.map { $0.missingWords(language) }.joined(separator: ", ")
  }
}

extension TriageState {
  /// What became of the record, beside its code.
  package var words: Words {
    switch self {
    case .waiting: Words("chờ tiếp nhận", "waits for triage")
    case .accepted: Words("✓ đã rõ", "✓ clear")
    case .passed: Words("✓ đã cho qua khi còn thiếu", "✓ passed with gaps")
    case .sentBack: Words("✗ đã trả lại", "✗ returned")
    case .merged: Words("✓ đã gộp", "✓ merged")
    case .putOff: Words("◷ để sau", "◷ put off")
    }
  }

  /// How many records came to this, in the last line of a queue.
  package func counted(_ count: Int) -> Words {
    switch self {
    case .waiting: Words("còn chờ \(count)", "\(count) still waiting")
    case .accepted: Words("nhận \(count)", "\(count) accepted")
    case .passed: Words("cho qua \(count)", "\(count) passed with gaps")
    case .sentBack: Words("trả \(count)", "\(count) returned")
    case .merged: Words("gộp \(count)", "\(count) merged")
    case .putOff: Words("để sau \(count)", "\(count) put off")
    }
  }
}

/// The priority that words of a source suggest; somebody has still to set it.
enum Emphasis {
  private static let urgent = ["khẩn", "ngay", "cấp bách", "gấp"]

  static func priority(suggestedBy words: String) -> Priority {
    let folded = " " + words.lowercased() + " "
    return urgent.contains { folded.contains(" \($0) ") } ? .urgent : .high
  }
}
