package import Model

/// Sentences about fields that are being typed in.
enum FieldWords {
  static func pasteTooLong(leftOut bytes: Int) -> Words {
    let size =
      bytes < 1024 ? "\(bytes) byte" : bytes < 1 << 20 ? "\(bytes >> 10) KB" : "\(bytes >> 20) MB"
    return Words(
      "Đoạn dán quá dài: đã nhận phần đầu, bỏ lại \(size) cuối.",
      "The paste is too long: its beginning was taken, the last \(size) were left out.")
  }

  static let askToLeave =
    Words("Có phần chưa lưu. ", "Not saved yet. ")
    + FieldKey.foot([FormKey.throwAway.row, FormKey.saveInstead.row], gap: " · ")
    + Words(" · phím khác: sửa tiếp", " · any other key: go on")

  static let nothingHere = Words("Không có gì thay đổi.", "Nothing was changed.")

  static func loose(_ word: String) -> Words {
    Words(
      "“\(word)” không thuộc trường nào; viết trường:giá trị, ví dụ han:15/4, chutri:ubbg, +nhãn.",
      "“\(word)” belongs to no field; write field:value, such as due:15/4, lead:ubbg, +tag.")
  }

  static let openQuote = Words("Dấu ngoặc kép này chưa đóng.", "This quote is not closed.")

  static func copied(_ what: String) -> Words { Words("Đã chép \(what)", "Copied \(what)") }
}

extension EditLine.Fault {
  /// The sentence; `registry` is where the names of ids come from.
  package func words(naming registry: Registry, on surface: Surface) -> Words {
    switch kind {
    case .edit(let error): error.words(naming: registry, on: surface)
    case .loose(let word): FieldWords.loose(word)
    case .openQuote: FieldWords.openQuote
    }
  }
}
