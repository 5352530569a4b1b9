internal import Model

/// Numbers as columns of eighths, the greatest whole.
enum Sparkline {
  private static let levels = Array("▁▂▃▄▅▆▇█")

  static func bars(_ counts: [Int]) -> [Character] {
    let most = counts.max() ?? 0
    return counts.map { count in
      guard most > 0, count > 0 else { return " " }
      return levels[min(levels.count - 1, (count * levels.count - 1) / most)]
    }
  }
}

extension Course.Age {
  var words: Words {
    switch self {
    case .month: Words("đến 30 ngày", "up to 30 days")
    case .quarter: Words("31–90 ngày", "31–90 days")
    case .half: Words("91–180 ngày", "91–180 days")
    case .year: Words("181–365 ngày", "181–365 days")
    case .older: Words("hơn 1 năm", "over a year")
    case .unknown: Words("không rõ ngày", "day unknown")
    }
  }
}

extension Course.Recent {
  func counted(_ count: Int) -> Words {
    switch self {
    case .raised: Words("\(count) mục mới", "\(count) new")
    case .done: Words("\(count) xong", "\(count) done")
    case .extended: Words("\(count) gia hạn", "\(count) extended")
    case .chased: Words("\(count) đôn đốc", "\(count) chased")
    case .carriedOver: Words("\(count) chuyển kỳ sau", "\(count) carried over")
    }
  }
}
