package import Model
internal import Vietnamese

extension Conflict.Matter {
  /// What it is about, in the middle of a sentence; `registry` names counterparts.
  package func words(naming registry: Registry) -> Words {
    switch self {
    case .field(let name):
      guard let words = Field(rawValue: name)?.words else { return Words(name, name) }
      return Words(words.vi.lowercasedFirst, words.en.lowercasedFirst)
    case .line(let id):
      return Words(
        registry.name(id, in: .counterparts), registry.name(id, in: .counterparts, language: .en))
    case .split: return Words("tách ↔ trạng thái", "split ↔ status")
    case .removal: return Words("gộp ↔ sửa", "merged ↔ edited")
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Conflict {
  /// The field people look for it at.
  var field: Field {
    switch matter {
    case .field(let name): Field(rawValue: name) ?? .status
    case .line: .counterparts
    case .split, .removal: .status
    }
  }
}

/// What is said of conflicts and of copies that are merged.
package enum ConflictWords {
  package static let inForce = Words("đang dùng", "in force")
  package static let none = Words("Không có xung đột nào.", "There are no conflicts.")

  package static func count(_ count: Int) -> Words {
    Words("\(count) xung đột", count == 1 ? "1 conflict" : "\(count) conflicts")
  }

  package static func settledBy(_ key: String) -> Words {
    Words("(\(key) xử lý)", "(\(key) settles)")
  }

  /// Behind "saved": somebody else has said something else meanwhile.
  package static func arose(_ key: String) -> Words {
    Words(", khác với người khác vừa ghi (\(key) xử lý)", ", beside another value (\(key) settles)")
  }

  package static func taken(_ count: Int, partly: Int) -> Words {
    Words(
      "\(count) mục nhận tự động" + (partly > 0 ? " (\(partly) mục một phần)" : ""),
      "\(count) taken automatically" + (partly > 0 ? " (\(partly) partly)" : ""))
  }

  package static func added(_ count: Int) -> Words {
    Words("\(count) mục mới", "\(count) new")
  }

  package static func suspected(_ count: Int) -> Words {
    Words("\(count) nghi trùng", "\(count) suspected to be the same")
  }

  package static let partly = Words("một phần", "partly")

  package static func oldCode(_ code: String) -> Words {
    Words("trước là \(code)", "was \(code)")
  }

  package static let nothingNew = Words(
    "Hai bản đã như nhau, không có gì để gộp.",
    "The copies hold the same already; there is nothing to merge.")

  package static let notWritten = Words(
    "Mới xem thử, chưa ghi gì.", "Only tried; nothing was written.")

  package static func sameFolder(_ path: String) -> Words {
    Words("Hai bản là một thư mục: \(path).", "Both copies are one folder: \(path).")
  }

  package static func merged(_ path: String) -> Words {
    Words("Đã gộp vào \(path).", "Merged into \(path).")
  }

  package static func otherFiles(_ files: Int, differences: Int) -> Words {
    Words(
      "\(files) tệp danh mục, chương trình, chế độ xem khác nhau"
        + (differences > 0 ? ", \(differences) chỗ mỗi bản một khác" : ""),
      "\(files) \(files == 1 ? "file" : "files") of names, programmes, views not alike"
        + (differences > 0 ? ", \(differences) told otherwise by each copy" : ""))
  }

  package static func keptOf(_ copy: String) -> Words {
    Words("dùng của bản \(copy)", "copy \(copy)'s stands")
  }

  package static let otherKept = Words(
    "Giá trị không dùng còn trong bản cũ của tệp (.generations).",
    "What does not stand is in a former version of the file (.generations).")

  package static func split(_ parts: Int) -> Words {
    Words("tách thành \(parts) mục con", "split into \(parts) parts")
  }

  package static func mergedInto(_ code: String) -> Words {
    Words("gộp vào \(code)", "merged into \(code)")
  }

  package static let binned = Words("bỏ vào thùng rác", "put into the bin")

  package static let whenThereIsOne = Words(
    "Khi hai người sửa một chỗ khác nhau mà chưa thấy của nhau, cả hai giá trị hiện ở đây để chọn.",
    "Where two people change one thing without sight of each other, both values show here to choose from."
  )

  package static let keepsAll = Words(
    "Giá trị không chọn vẫn ở trong lịch sử, kèm người và giờ ghi.",
    "What is not taken stays in the history, with who wrote it and when.")

  package static func onlySides(_ count: Int) -> Words {
    Words(
      "Chỗ này chỉ chọn một bên: bấm số từ 1 đến \(count).",
      "Here a side is taken: press a number from 1 to \(count).")
  }

  package static func whichSide(_ count: Int) -> Words {
    Words(
      "Chỗ này chỉ chọn một bên: ghi số từ 1 đến \(count).",
      "Here a side is chosen: write a number from 1 to \(count).")
  }

  package static func noSuchConflict(_ code: String, _ field: String, _ known: [String]) -> Words {
    let list = known.joined(separator: "; ")
    return known.isEmpty
      ? Words("\(code) không có xung đột nào.", "\(code) has no conflict.")
      : Words(
        "\(code) không có xung đột về “\(field)”; đang có: \(list).",
        "\(code) has no conflict over “\(field)”; there is: \(list).")
  }
}

extension MergeObstacle {
  package var words: Words {
    switch self {
    case .altered(let file):
      Words(
        "Lần gộp bản giữ nguyên: \(file) đã có người sửa sau đó. Cần bỏ gì thì sửa trực tiếp.",
        "The merge of copies stays as it is: somebody has altered \(file) since. Change directly "
          + "what is to go.")
    case .named(let entry, let namers): named(entry, namers)
    }
  }

  private func named(_ entry: String, _ namers: [String]) -> Words {
    let first = namers.prefix(3).joined(separator: ", ")
    let more = namers.count - 3
    let (vi, en) = more > 0 ? (" và \(more) mục nữa", " and \(more) more") : ("", "")
    return Words(
      "Lần gộp bản giữ nguyên: \(first)\(vi) đang dùng “\(entry)”, có được nhờ lần gộp ấy. "
        + "Sửa chỗ đó trước rồi hoàn tác.",
      "The merge of copies stays as it is: \(first)\(en) use “\(entry)”, which came with it. "
        + "Change that first, then undo.")
  }
}
