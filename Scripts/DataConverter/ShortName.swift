internal import Model

/// The short names of units, of at most ten columns, for the narrow column of leads.
enum ShortName {
  private static let columns = 10

  /// The short name; nil where the unit's first abbreviation will do.
  static func of(_ unit: Entry, provinceLetters: [String: String]) -> String? {
    if let name = chosen[unit.id] { return name }
    switch unit["sort"].text {
    case "mission": return mission(unit.texts("abbreviations").first ?? unit.name)
    case "provincial":
      let letters = unit["province"].text.flatMap { provinceLetters[$0] } ?? ""
      return unit["pattern"].text.flatMap { bodies[$0] }.map { "\($0) \(letters)" }
    default: return nil
    }
  }

  /// `TLSQ Nam Ninh` is two columns too long: words but the last lose all but their first letter,
  /// and what is too long still is cut.
  private static func mission(_ abbreviation: String) -> String {
    if abbreviation.count <= columns { return abbreviation }
    let words = abbreviation.split(separator: " ")
    let initials = words.dropFirst().dropLast().map { $0.prefix(1) }.joined()
    let name = "\(words.first ?? "") \(initials)\(words.last ?? "")"
    return name.count <= columns ? name : name.prefix(columns - 1) + "…"
  }

  private static let bodies = [
    "tinh-uy": "TU", "btv-tu": "BTV", "vp-tu": "VPTU", "hdnd": "HĐND", "ubnd": "UBND",
    "vp-ubnd": "VPUBND", "doan-dbqh": "ĐBQH", "so-nv": "SNgV",
  ]

  private static let chosen = [
    "vu-chau-au": "Vụ CÂ", "vu-chau-my": "Vụ CM", "vu-dba": "Vụ ĐBA", "vu-dna-na-ntbd": "Vụ ĐNA",
    "vu-td-cp": "Vụ TĐCP", "vu-csdn": "Vụ CSĐN", "vu-asean": "Vụ ASEAN", "vu-tctqt": "Vụ TCQT",
    "vu-lpdu": "Vụ LPQT", "vu-ttbc": "Vụ TTBC", "vu-tccb": "Vụ TCCB", "van-phong-bo": "VP Bộ",
    "thanh-tra-bo": "TTr Bộ", "cuc-lanh-su": "Cục LS", "cuc-qttv": "Cục QTTV",
    "so-nv-hcm": "SNgV HCM", "ubbgqg": "UBBGQG", "ubnn-nvnonn": "UBNV", "hoc-vien-ng": "HVNG",
    "bao-tgvn": "TG&VN", "vu-thkt": "Vụ THKT", "vu-htktdp": "Vụ HTKTĐP",
    "vu-ngvh-unesco": "Vụ NGVH", "cuc-ngoai-vu": "Cục NgV", "cuc-le-tan": "Cục LTNN",
    "vu-bpd": "Vụ BPD", "vu-ngkt": "Vụ NGKT", "cuc-nv-ngvh": "Cục NVVH",
    "cuc-lt-pd": "Cục LTPD", "cuc-cy-cntt": "Cục CYTT", "cuc-co-yeu": "Cục CY",
    "tt-thong-tin": "TT TT", "tt-bpdqg": "TT BPDQG", "vu-tdkt-ttng": "Vụ TĐKT",
    "vu-ngdp": "Vụ NGĐP", "tt-hdbcnn": "TTHDBCNN", "cuc-pvngd": "CPVNGĐ", "tt-v75": "TT V75",
    "bqlda-tsb": "BQLDA TSB", "cq-dang-uy-bng": "CQĐU Bộ", "bng": "BNG",
    "lanh-dao-bo": "LĐ Bộ", "cac-don-vi-bo": "Đơn vị Bộ", "cqdd": "CQĐD",
    "truong-cqdd-2022": "TrCQĐD 22",
    "dsq-a-rap-xe-ut": "ĐSQ Saudi", "dsq-australia": "ĐSQ Úc", "dsq-bo-dao-nha": "ĐSQ BĐNha",
    "dsq-campuchia": "ĐSQ Campu", "dsq-han-quoc": "ĐSQ Hàn", "dsq-indonesia": "ĐSQ Indo",
    "dsq-malaysia": "ĐSQ Malay", "dsq-mong-co": "ĐSQ Mông", "dsq-new-zealand": "ĐSQ NZ",
    "dsq-nhat-ban": "ĐSQ Nhật", "dsq-philippines": "ĐSQ Phil", "dsq-singapore": "ĐSQ Sing",
    "dsq-tay-ban-nha": "ĐSQ TBNha", "dsq-thai-lan": "ĐSQ Thái", "dsq-tho-nhi-ky": "ĐSQ TNKỳ",
    "dsq-timor-leste": "ĐSQ Timor", "dsq-trung-quoc": "ĐSQ Trung", "dsq-uae": "ĐSQ UAE",
    "pd-lhq-new-york": "PĐ LHQ", "vpktvh-dai-bac": "VP Đài Bắc", "tlsq-san-francisco": "TLSQ SFran",
    "tlsq-nam-ninh": "TLSQ NNinh", "cac-bo-nganh": "Bộ, ngành", "ubqg-unesco": "UBQGUNESCO",
    "tt-ctxh-na": "TTCTXH NA", "bql-kcn-qng": "BQLKCN QNg", "chk-van-don": "CHK V.Đồn",
  ]
}
