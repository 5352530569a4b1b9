/// A value of an enum that a query may name, with the words people type for it.
///
/// The words are folded when they are compared: neither accents nor blanks nor dashes count.
protocol QueryWord: Equatable, Sendable {
  static var choices: [(word: Self, forms: [String])] { get }
}

extension Status: QueryWord {
  /// The raw value, English, the slug of the glossary, Vietnamese.
  static let choices: [(word: Status, forms: [String])] = [
    (.new, ["new", "moi"]),
    (.agreed, ["agreed", "agreed in principle", "dong-y", "dong-y-ve-nguyen-tac"]),
    (.assigned, ["assigned", "da-giao", "da-giao-viec"]),
    (.inProgress, ["inProgress", "dang-lam", "dang-thuc-hien"]),
    (.awaitingReply, ["awaitingReply", "awaiting", "cho", "cho-phan-hoi", "cho-tra-loi"]),
    (
      .reported,
      [
        "reported", "result reported", "result reported, to be confirmed", "co-kq", "co-ket-qua",
        "da-co-ket-qua", "da-co-ket-qua-cho-xac-nhan",
      ]
    ),
    (.done, ["done", "xong", "hoan-thanh"]),
    (.closed, ["closed", "dong", "da-dong", "dong-ho-so"]),
    (.paused, ["paused", "tam-dung"]),
    (.carriedOver, ["carriedOver", "carried", "chuyen-ky", "chuyen-ky-sau"]),
    (.notPursued, ["notPursued", "khong", "khong-lam", "khong-thuc-hien"]),
    (.merged, ["merged", "gop", "da-gop"]),
  ]
}

extension Kind: QueryWord {
  static let choices: [(word: Kind, forms: [String])] = [
    (.request, ["request", "kien-nghi", "de-xuat", "kien-nghi-de-xuat"]),
    (.commitment, ["commitment", "cam-ket"]),
    (.instruction, ["instruction", "chi-dao", "chi-dao-de-nghi"]),
    (.event, ["event", "su-kien"]),
    (.result, ["result", "past result", "ket-qua", "ket-qua-da-co"]),
  ]
}

extension Direction: QueryWord {
  static let choices: [(word: Direction, forms: [String])] = [
    (
      .provinceToMinistry,
      ["provinceToMinistry", "province-ministry", "p>m", "tinh-bo", "tinh-len-bo"]
    ),
    (
      .ministryToProvince,
      ["ministryToProvince", "ministry-province", "m>p", "bo-tinh", "bo-xuong-tinh"]
    ),
    (
      .ministerToUnits,
      ["ministerToUnits", "minister-units", "min>u", "bo-truong", "bo-truong-don-vi"]
    ),
    (.joint, ["joint", "hai-ben", "hai-ben-cung-lam"]),
    (
      .external,
      ["external", "with a foreign partner", "doi-tac", "voi-doi-tac-nuoc-ngoai", "nuoc-ngoai"]
    ),
  ]
}

extension Tier: QueryWord {
  static let choices: [(word: Tier, forms: [String])] = [
    (.core, ["core", "to follow", "can-theo-doi", "chinh"]),
    (.framework, ["framework", "khung", "khung-chung"]),
    (.background, ["background", "tham-khao", "nen"]),
  ]
}

extension Priority: QueryWord {
  static let choices: [(word: Priority, forms: [String])] = [
    (.urgent, ["1", "urgent", "khan"]), (.high, ["2", "high", "cao"]),
    (.normal, ["3", "normal", "thuong"]), (.watch, ["4", "watch", "theo-doi"]),
  ]
}

extension Holder: QueryWord {
  static let choices: [(word: Holder, forms: [String])] = [
    (.us, ["us", "ta", "co-quan-ta"]), (.province, ["province", "tinh"]),
    (.ministry, ["ministry", "lead", "bo", "bo-ngoai-giao"]),
    (.otherMinistry, ["otherMinistry", "other", "bo-khac", "bo-nganh-khac"]),
    (.foreign, ["foreign", "nuoc-ngoai", "phia-nuoc-ngoai", "doi-tac"]),
  ]
}

extension Box: QueryWord {
  static let choices: [(word: Box, forms: [String])] = [
    (.doneInTime, ["doneInTime", "dung-han", "xong-dung-han"]),
    (.doneLate, ["doneLate", "xong-tre", "xong-qua-han"]),
    (.openInTime, ["openInTime", "con-han", "trong-han"]),
    (.openOverdue, ["openOverdue", "qua-han"]),
    (.noDeadline, ["noDeadline", "chua-han", "chua-co-han"]),
    (.off, ["off", "ngoai", "ngoai-theo-doi"]),
  ]
}

extension Need: QueryWord {
  static let choices: [(word: Need, forms: [String])] = [
    (.person, ["person", "nguoi"]), (.work, ["work", "title", "viec"]),
    (.time, ["time", "thoi-gian"]), (.result, ["result", "ket-qua"]),
    (.responsibility, ["responsibility", "officer", "trach-nhiem", "can-bo"]),
    (.lead, ["lead", "chu-tri"]), (.due, ["due", "deadline", "han"]),
  ]
}
