package import Model

extension Secrecy {
  package var words: Words {
    switch self {
    case .confidential: Words("Mật", "Confidential")
    case .secret: Words("Tối mật", "Secret")
    case .topSecret: Words("Tuyệt mật", "Top secret")
    }
  }
}

extension SecretStub {
  /// What is on screen of it: nothing of the paper's content.
  package var words: Words {
    Words(
      "Có tài liệu mật (độ \(degree.words.vi)); số, ký hiệu và nơi lưu: xem sổ văn bản mật, mục "
        + entry,
      "There is a secret paper (\(degree.words.en)); see the register of secret papers, entry "
        + entry)
  }
}

extension SecretStub {
  /// The name of the file is not repeated: it may tell what the paper is about.
  static let noAttachment = Words(
    "Mục này có dấu tài liệu mật: không gắn tệp, đường dẫn hay liên kết; chưa ghi gì. Ghi số, ký hiệu "
      + "văn bản công khai, hoặc: xem sổ văn bản mật.",
    "This record notes a secret paper: no file, path or link is attached; nothing was stored. Write the "
      + "symbol of a public paper, or: see the register of secret papers.")
}

extension SecretMark {
  /// Why nothing was stored, and what may be noted instead. No degree is named: it is copied from the
  /// stamp by a person.
  package func refusal(on surface: Surface) -> Words {
    let way = surface.choose(
      screen: Words(
        "Chỉ ghi dấu có tài liệu, ngoài màn hình này, bằng lệnh dondoc stub.",
        "Note only that a paper exists, outside this screen, by the command dondoc stub."),
      commandLine: Words(
        "Chỉ ghi dấu có tài liệu: dondoc stub MÃ --degree ĐỘ-ĐÓNG-TRÊN-VĂN-BẢN "
          + "--entry SỐ-TRONG-SỔ.",
        "Note only that a paper exists: dondoc stub CODE --degree AS-STAMPED --entry NUMBER."))
    return Words(
      "Nội dung có dấu “\(text)”: sổ này không được giữ bí mật nhà nước, nên không ghi gì cả. "
        + way.vi,
      "The text bears the mark “\(text)”: this register may not hold state secrets, so nothing was "
        + "stored. " + way.en)
  }
}

extension CommandWords {
  package static func unknownDegree(_ typed: String) -> Words {
    Words(
      "“\(typed)” không phải độ mật. Ghi như dấu trên văn bản: mat, toi-mat, tuyet-mat.",
      "“\(typed)” is no degree. Copy it from the stamp: mat, toi-mat, tuyet-mat.")
  }

  package static let stubNeedsBoth = Words(
    "Cần --degree (như dấu trên văn bản) và --entry (số trong sổ văn bản mật); --remove để bỏ dấu.",
    "It needs --degree (as stamped) and --entry (the number in the register of secret papers); "
      + "--remove takes it back.")

  package static func defenceEvent(_ code: String) -> Words {
    Words(
      "\(code) là sự kiện quốc phòng: chỉ ghi điều đã công khai, không ghi nội dung làm việc.",
      "\(code) is a defence event: note only what is public, nothing of what was discussed.")
  }
}
