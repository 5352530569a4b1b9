package import Model

extension RegisterProblem {
  /// The sentence for what stands in a file; its file, line and column come first.
  var wordsOfFile: Words {
    switch self {
    case .badSyntax(let place, let fault):
      Words.leftAlone("\(place.text): \(fault.words.vi)", "\(place.text): \(fault.words.en)")
    case .badValue(let place, let error):
      Words.leftAlone("\(place.text): \(error.words.vi)", "\(place.text): \(error.words.en)")
    case .wrongTop(let path, let expected):
      Words(
        "\(path): cả tệp phải là \(expected.words.vi). Các tệp khác vẫn dùng được; "
          + "tệp này không bị ghi đè.",
        "\(path): the whole file should be \(expected.words.en). The other files are used; "
          + "this one is not written to.")
    case .duplicateCode(let code, let place, let first):
      Words(
        "\(place.text): mã \(code) đã có ở \(first.path):\(first.line). "
          + "Đặt mã khác cho một trong hai mục; đến khi đó không mục nào được sửa bằng mã này.",
        "\(place.text): the code \(code) is taken at \(first.path):\(first.line). Give one of the "
          + "two another code; until then neither can be changed by it.")
    case .duplicateKey(let key, let place, let first):
      Words(
        "\(place.text): khóa \(key) đã có ở \(first.path):\(first.line). "
          + "Bỏ bản thừa, hoặc đặt khóa khác.",
        "\(place.text): the key \(key) is taken at \(first.path):\(first.line). "
          + "Remove the copy, or give it another key.")
    case .unknownEntry(let id, let kind, let place):
      Words(
        "\(place.text): danh mục \(kind.words.vi) không có “\(id)”. "
          + "Sửa lại, hoặc thêm vào registry/\(kind.rawValue).json.",
        "\(place.text): “\(id)” is not among the \(kind.words.en). "
          + "Correct it, or add it to registry/\(kind.rawValue).json.")
    case .unknownProgramme(let id, let place):
      Words(
        "\(place.text): không có chương trình “\(id)”. Sửa lại, hoặc thêm programmes/\(id).json.",
        "\(place.text): there is no programme “\(id)”. Correct it, or add programmes/\(id).json.")
    case .danglingLink(let code, let to, let field, let place):
      Words(
        "\(place.text): \(code), mục “\(field.words.vi)” trỏ đến “\(to)”, mà sổ không có.",
        "\(place.text): \(code), “\(field.words.en)” names “\(to)”, which is not in the register.")
    case .oneSidedLink(let code, let to, let relation, let place):
      Words(
        "\(place.text): \(code) \(relation.words.vi) \(to), nhưng \(to) không ghi liên kết ngược "
          + "lại (\(relation.inverse.rawValue)). Thêm vào \(to), hoặc bỏ liên kết này.",
        "\(place.text): \(code) \(relation.words.en) \(to), but \(to) does not link back "
          + "(\(relation.inverse.rawValue)). Add that to \(to), or remove this link.")
    case .notTheFold(let code, let fields, let place):
      RegisterProblem.wordsOfEdited(
        code, fields.joined(separator: ", "), place, .commandLine)
    case .brokenSuccessor(let fault, let kind, let place): fault.words(kind, at: place.text)
    case .alteredReview(let path): RegisterProblem.wordsOfAlteredReview(path)
    case .notCanonical(let place):
      Words(
        "\(place.text): từ đây tệp không đúng cách dondoc viết; dùng được, lần lưu sau sẽ viết lại.",
        "\(place.text): from here the file is not as dondoc writes it; it can be used, and will be "
          + "rewritten when it is next saved.")
    case .missingFolder, .notARegister, .foreignFormat, .newerFormat, .registerExists,
      .folderNotEmpty, .alreadyThere, .badArchive, .wideOpen, .busy, .system, .tornJournal,
      .damagedJournal, .recordGone, .fileInTrouble:
      words
    }
  }

  private static func wordsOfAlteredReview(_ path: String) -> Words {
    Words(
      "\(path): kỳ rà soát đã khóa mà tệp này bị sửa hoặc hỏng (mã kiểm không khớp), nên không dùng. "
        + "Lấy lại tệp từ bản sao lưu.",
      "\(path): the year was closed and this file has been altered or damaged since (its sum does "
        + "not fit), so it is not used. Take the file from a backup.")
  }

  static func wordsOfEdited(
    _ code: String, _ fields: String, _ place: FilePlace, _ surface: Surface
  ) -> Words {
    let way = surface.choose(
      screen: Words(
        "Lệnh dondoc check nêu cách giữ hoặc bỏ chỗ sửa ấy.",
        "The command dondoc check says how to keep or drop that."),
      commandLine: Words(
        "Giữ chỗ sửa ấy: dondoc check --repair; lấy lại bản cũ: dondoc restore.",
        "To keep that: dondoc check --repair; to have the former version back: dondoc restore."))
    return Words(
      "\(place.text): \(code) không khớp với lịch sử của nó (\(fields)); có người đã sửa tay. "
        + way.vi,
      "\(place.text): \(code) is not what its history comes to (\(fields)); "
        + "somebody edited it by hand. " + way.en)
  }
}

extension SyntaxFault {
  package var words: Words {
    switch self {
    case .empty:
      Words(
        "tệp rỗng; lấy lại bản cũ bằng dondoc restore.",
        "the file is empty; take a former version: dondoc restore.")
    case .blank:
      Words(
        "tệp chỉ có khoảng trắng; lấy lại bản cũ bằng dondoc restore.",
        "the file is blank; take a former version: dondoc restore.")
    case .byteOrderMark:
      Words(
        "đầu tệp có dấu BOM; lưu lại tệp bằng UTF-8 không BOM.",
        "the file begins with a byte order mark; save it as UTF-8 without one.")
    case .utf16:
      Words("tệp lưu bằng UTF-16; hãy lưu lại bằng UTF-8.", "the file is UTF-16; save it as UTF-8.")
    case .badUTF8:
      Words(
        "chữ ở đây không phải UTF-8; lưu lại tệp bằng UTF-8.",
        "what is here is not UTF-8; save the file as UTF-8.")
    case .zeroByte:
      Words(
        "có byte 0 trong tệp; tệp đã hỏng.",
        "there is a zero byte; the file is damaged.")
    case .controlCharacter:
      Words(
        "trong dấu ngoặc kép có ký tự điều khiển hoặc xuống dòng; viết thành \\n.",
        "a control character or line end inside quotes; write it as \\n.")
    case .unclosedText:
      Words(
        "thiếu dấu ngoặc kép đóng của chữ bắt đầu ở đây.",
        "the quote that opens here is not closed.")
    case .badEscape:
      Words("sau dấu \\ có ký tự không hợp lệ.", "what follows the backslash is no escape.")
    case .loneSurrogate:
      Words("mã \\u ở đây chỉ là một nửa ký tự.", "this \\u escape is half of a character.")
    case .badNumber: Words("đây không phải là số hợp lệ.", "this is no number.")
    case .badLiteral:
      Words("chờ true, false hoặc null.", "expected true, false or null.")
    case .expectedValue, .expectedKey, .expectedColon, .expectedComma, .trailingComma,
      .wrongBracket, .duplicateKey, .tooDeep, .trailingText, .unexpectedEnd, .comment,
      .singleQuote, .conflictMark, .tooLarge, .noMemory:
      wordsOfStructure
    }
  }

  private var wordsOfStructure: Words {
    switch self {
    case .expectedValue: Words("thiếu giá trị ở đây.", "a value is missing here.")
    case .expectedKey:
      Words("chờ một tên trong ngoặc kép ở đây.", "expected a name in quotes here.")
    case .expectedColon:
      Words(
        "thiếu dấu hai chấm sau tên.",
        "the colon after the name is missing.")
    case .expectedComma: Words("thiếu dấu phẩy ở đây.", "a comma is missing here.")
    case .trailingComma:
      Words("thừa dấu phẩy trước dấu đóng ngoặc.", "there is a comma too many before the bracket.")
    case .wrongBracket: Words("đóng sai loại ngoặc.", "this bracket closes another kind.")
    case .duplicateKey:
      Words(
        "tên này có hai lần trong cùng một mục; bỏ một.",
        "this name comes twice in one object; remove one.")
    case .tooDeep: Words("lồng nhau quá sâu.", "it is nested too deeply.")
    case .trailingText: Words("còn chữ thừa sau khi tệp đã hết.", "there is more after the end.")
    case .unexpectedEnd:
      Words(
        "tệp bị cụt ở đây; lấy lại bản cũ bằng dondoc restore.",
        "the file ends too early; take a former version: dondoc restore.")
    case .comment:
      Words("JSON không có chú thích; bỏ dòng này.", "JSON has no comments; remove this.")
    case .singleQuote:
      Words("dùng ngoặc kép \", không dùng ngoặc đơn.", "use double quotes, not single ones.")
    case .conflictMark:
      Words(
        "git để lại chỗ xung đột chưa gộp; chọn một bản rồi bỏ các dấu <<<<<<< và >>>>>>>.",
        "git left a conflict here; choose one version and remove <<<<<<< and >>>>>>>.")
    case .tooLarge: Words("tệp quá lớn.", "the file is too large.")
    case .noMemory: Words("không đủ bộ nhớ để đọc tệp.", "there is no memory to read the file.")
    case .empty, .blank, .byteOrderMark, .utf16, .badUTF8, .zeroByte, .controlCharacter,
      .unclosedText, .badEscape, .loneSurrogate, .badNumber, .badLiteral:
      words
    }
  }
}

extension ValueError {
  package var words: Words {
    let name = path.isEmpty ? "…" : path
    switch problem {
    case .missing: return Words("thiếu “\(name)”.", "“\(name)” is missing.")
    case .expected(let expectation):
      return Words(
        "“\(name)” phải là \(expectation.words.vi).", "“\(name)” should be \(expectation.words.en)."
      )
    case .unknownWord(let word, let allowed):
      let list = allowed.joined(separator: ", ")
      let nearest = Nearest.of(word, among: allowed)
      return Words(
        "“\(name)” ghi “\(word)”, không có giá trị này"
          + (nearest.map { "; có lẽ là “\($0)”" } ?? "") + " (được dùng: \(list)).",
        "“\(name)” says “\(word)”, which is no such value"
          + (nearest.map { "; perhaps “\($0)”" } ?? "") + " (known: \(list)).")
    }
  }
}

extension ValueError.Expectation {
  package var words: Words {
    switch self {
    case .text: Words("chữ trong ngoặc kép", "a text in quotes")
    case .number: Words("số", "a number")
    case .bool: Words("true hoặc false", "true or false")
    case .list: Words("danh sách […]", "a list […]")
    case .object: Words("nhóm {…}", "an object {…}")
    case .day: Words("ngày dạng 2026-03-15", "a day such as 2026-03-15")
    case .date: Words("ngày dạng 2026-03-15", "a date such as 2026-03-15")
    case .moment:
      Words(
        "thời điểm dạng 2026-03-15T08:00:00.000Z",
        "a moment such as 2026-03-15T08:00:00.000Z")
    }
  }
}

extension RegistryKind {
  /// In a sentence.
  package var words: Words {
    switch self {
    case .provinces: Words("tỉnh", "provinces")
    case .units: Words("cơ quan", "units")
    case .counterparts: Words("đối tác", "counterparts")
    case .places: Words("địa điểm", "places")
    case .people: Words("nhân sự", "people")
    case .documents: Words("văn bản", "documents")
    case .dossiers: Words("hồ sơ", "dossiers")
    case .categories: Words("lĩnh vực", "categories")
    }
  }
}

extension Words {
  /// What is wrong in a file that is refused as a whole, and what becomes of it.
  fileprivate static func leftAlone(_ vi: String, _ en: String) -> Words {
    Words(
      vi + " Sửa chỗ đó rồi mở lại: các tệp khác vẫn dùng được, tệp này không bị ghi đè.",
      en + " Mend that and open again: the other files are used, this one is not written to.")
  }
}
