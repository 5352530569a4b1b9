package import Model
package import Vietnamese

extension QueryField {
  /// What the field searches by.
  package var words: Words {
    switch self {
    case .province: Words("tỉnh, kể cả tỉnh liên quan", "province, other provinces concerned too")
    case .kind: Words("loại", "kind")
    case .direction: Words("chiều", "direction")
    case .category: Words("lĩnh vực", "field of work")
    case .lead: Words("cơ quan chủ trì", "lead unit")
    case .with: Words("cơ quan phối hợp", "coordinating unit")
    case .counterpart: Words("đối tác nước ngoài", "foreign counterpart")
    case .status: Words("trạng thái", "status")
    case .due: Words("hạn; `khong` là chưa có hạn", "deadline; `none` is no deadline")
    case .priority: Words("mức ưu tiên, 1 khẩn nhất", "priority, 1 the most urgent")
    case .programme: Words("chương trình phối hợp", "cooperation programme")
    case .dossier: Words("hồ sơ", "dossier")
    case .tag: Words("nhãn, đủ cả nhãn", "tag, the whole of it")
    case .code:
      Words(
        "mã, đủ cả mã; mã đã gộp tìm ra cả mục nhận",
        "code, the whole of it; that of a merged record finds what it went into too")
    case .session: Words("mã của buổi làm việc", "code of the working session")
    case .changed: Words("ngày sửa gần nhất", "day of the newest change")
    case .missing: Words("điều còn thiếu", "what is missing")
    case .tier: Words("mức theo dõi", "how closely it is followed")
    case .holder: Words("việc đang ở bên nào", "in whose hands it is")
    case .home: Words("tỉnh của mục, không kể tỉnh liên quan", "its own province alone")
    case .box: Words("tình trạng theo hạn, như các ô thống kê", "the box it is counted in")
    case .raised: Words("ngày nêu", "day it was raised")
    case .since: Words("ngày sang trạng thái này", "day its status stands from")
    case .done: Words("ngày xong", "day it was done")
    case .extended: Words("ngày gia hạn gần nhất", "day of the newest extension")
    case .chased: Words("ngày đôn đốc gần nhất", "day of the newest chase")
    }
  }

  /// Values a person may copy.
  private var examples: Words {
    switch self {
    case .province: Words("`tinh:\"quảng ninh\"`", "`province:quang-ninh`")
    case .kind: Words("`loai:kien-nghi,cam-ket`", "`kind:request,commitment`")
    case .direction: Words("`chieu:tinh-bo`", "`direction:provinceToMinistry`")
    case .category: Words("`linhvuc:bien-gioi`", "`category:bien-gioi`")
    case .lead: Words("`chutri:ubbg` `chutri:sngv`", "`lead:ubbg` `lead:sngv`")
    case .with: Words("`phoihop:\"lãnh sự\"`", "`with:cuc-lanh-su`")
    case .counterpart: Words("`doitac:hokkaido`", "`counterpart:hokkaido`")
    case .status: Words("`trangthai:moi,dong-y`", "`status:new,agreed`")
    case .due:
      Words(
        "`han<2023-10-02` `han<=+7d` `han:11/2023`", "`due<2023-10-02` `due<=+7d` `due:11/2023`")
    case .priority: Words("`uutien<=2`", "`priority<=2`")
    case .programme: Words("`ct:nghệ`", "`programme:nghe`")
    case .dossier: Words("`hoso:\"yên tử\"`", "`dossier:\"yen tu\"`")
    case .tag: Words("`nhan:biên-giới`", "`tag:unesco`")
    case .code: Words("`ma:qn23-01`", "`code:QN23-01`")
    case .session: Words("`phien:QN23-01`", "`session:QN23-01`")
    case .changed: Words("`sua>-3n`", "`changed>-3d`")
    case .missing: Words("`thieu:nguoi,han`", "`missing:officer`")
    case .tier: Words("`muc:khung-chung`", "`tier:framework`")
    case .holder: Words("`o:tinh` `o:bo-khac`", "`holder:foreign`")
    case .home: Words("`tinhchinh:\"nghệ an\"`", "`home:nghe-an`")
    case .box: Words("`tinhtrang:xong-tre`", "`box:doneLate`")
    case .raised: Words("`neu:3/2023` `neu:chua-co`", "`raised:3/2023` `raised:none`")
    case .since: Words("`tungay<-30n`", "`since<-30d`")
    case .done: Words("`xong>=-7n`", "`done>=-7d`")
    case .extended: Words("`giahan>=-7n`", "`extended>=-7d`")
    case .chased: Words("`dondoc<-14n`", "`chased<-14d`")
    }
  }

  fileprivate func line(_ language: Language) -> String {
    let names = names(language).map { "`\($0):`" }.joined(separator: " ")
    return "| \(names) | \(words(language)) | \(examples(language)) |\n"
  }

  /// The names, that of the language first.
  private func names(_ language: Language) -> [String] {
    switch language {
    case .vi: names.reversed()
    case .en: names
    }
  }
}

extension QueryShorthand {
  package var words: Words {
    switch self {
    case .open: Words("việc đang mở", "still to be worked on")
    case .overdue: Words("đang mở và đã quá hạn", "open and past the deadline")
    case .dueSoon: Words("đang mở, đến hạn hôm nay hoặc sắp đến", "open, due today or soon")
    case .ours: Words("đang mở, tỉnh phải làm tiếp", "open, the province is to act")
    case .theirs: Words("đang mở, Bộ phải làm tiếp", "open, the ministry is to act")
    case .awaiting: Words("chờ phản hồi", "awaiting a reply")
    case .inbox: Words("chưa đủ năm rõ", "not yet clear in all five points")
    case .closed: Words("đã kết thúc", "ended, however it ended")
    case .marked: Words("các mục đang được đánh dấu", "the records that are marked")
    case .undated: Words("chưa đặt hạn", "no deadline was set")
    case .toChase: Words("quá hạn, đến lúc đôn đốc tiếp", "overdue, and time to press again")
    case .inConflict:
      Words("hai người sửa khác nhau, chưa xử lý", "changed by two in different ways, not settled")
    }
  }

  fileprivate func line(_ language: Language) -> String {
    let names = language == .vi ? names.reversed() : names
    return "| \(names.map { "`\($0)`" }.joined(separator: " ")) | \(words(language)) |\n"
  }
}

/// The page on the query language that is kept in `docs/`.
package enum QueryPage {
  package static func document(_ language: Language) -> String {
    var page = opening(language)
    page += Words("| Trường | Tìm theo | Ví dụ |\n", "| Field | Searches by | Example |\n")(
      language)
    page += "| --- | --- | --- |\n"
    page += QueryField.allCases.map { $0.line(language) }.joined()
    page += values(language)
    page += Words("| Từ | Nghĩa |\n", "| Word | Meaning |\n")(language)
    page += "| --- | --- |\n"
    page += QueryShorthand.allCases.map { $0.line(language) }.joined()
    return page
  }

  private static let opening = Words(
    """
    # Tìm và lọc

    Trang này được sinh ra từ bảng trường (`make docs`). Câu tìm như nhau ở phím `/` và ở `dondoc list`.

    - Chữ thường: tìm trong mã, nội dung, tỉnh, đơn vị, đối tác, địa điểm, chủ đề, nhãn, ghi chú. Mọi từ
      đều phải có; từ cuối còn đang gõ thì chỉ cần phần đầu. Chữ đầu của tên cũng tìm được: `ubnd`, `bng`.
    - Không gõ dấu thì không xét dấu: `quang` tìm được “quảng”. Từ gõ có dấu thì phải đúng dấu: `quảng`
      không tìm ra “quang” hay “quáng”, `đ` không phải là `d`. Kiểu hòa hay hoà, chữ hoa hay thường đều
      như nhau.
    - Các điều kiện viết cách nhau thì phải đúng cả; `HOẶC` (`OR`, viết hoa) chia thành các vế; ngoặc đơn
      `( )` gộp lại; dấu `-` đứng trước là phủ định: `mở -(tinh:"nghệ an" HOẶC unesco)`.
    - Trong ngoặc kép là chữ thường, dù trông như thế nào: `"mở"`, `"tinh:x"`.
    - Ở dòng lệnh, câu bắt đầu bằng dấu `-` thì viết sau `--`: `dondoc list -- '-unesco mở'`.

    ## Trường

    Tên trường viết có dấu cũng được (`tỉnh:`, `lĩnh-vực:`).


    """,
    """
    # Finding and filtering

    This page is made from the table of fields (`make docs`). Queries are the same after `/` and for
    `dondoc list`.

    - Plain words are looked for in code, title, province, units, counterparts, places, topics, tags and
      notes. Every word must be there; of the last one, while it is typed, the beginning is enough. Initials
      of names are found too: `ubnd`, `bng`.
    - Accents that are not typed do not matter: `quang` finds “quảng”. A word typed with accents must have
      just these: `quảng` finds neither “quang” nor “quáng”, and `đ` is not `d`. Hòa and hoà, capitals and
      small letters are the same.
    - Conditions side by side must all hold; `OR` (`HOẶC`, in capitals) parts alternatives; brackets `( )`
      group; a dash in front negates: `open -(province:nghe-an OR unesco)`.
    - What is in quotes is plain words, whatever it looks like: `"open"`, `"province:x"`.
    - On the command line a query that begins with a dash goes after `--`: `dondoc list -- '-unesco open'`.

    ## Fields

    Names of fields may be typed with accents (`tỉnh:`, `lĩnh-vực:`).


    """)

  private static let values = Words(
    """

    ## Giá trị

    - Viết liền sau dấu hai chấm; có dấu cách thì đặt trong ngoặc kép. Vài giá trị cách nhau bằng dấu phẩy
      là một trong số đó: `trangthai:moi,dong-y`.
    - Tỉnh, đơn vị, đối tác, hồ sơ, chương trình, lĩnh vực: mã (`quang-ninh`), tên, chữ viết tắt, hoặc một
      phần tên chỉ riêng nó có. Chữ viết tắt chung thì tìm tất cả: `chutri:sngv`.
    - Trạng thái, loại, chiều, mức: từ tiếng Việt, không dấu cũng được (`moi`, `dong-y`, `da-giao`,
      `dang-lam`, `cho`, `co-kq`, `xong`, `dong`, `tam-dung`, `chuyen-ky`, `khong`, `gop`), hoặc tiếng Anh.
    - `thieu:` hiểu năm điều rõ `nguoi` `viec` `thoi-gian` `ket-qua` `trach-nhiem`, và `chu-tri` `han`
      `can-bo`.
    - Ngày: `15/3/2026`, `2026-03-15`, `11/2023`, `2023`, `mai`, `cuối-quý`; tính từ hôm nay: `+7d` hay
      `+7n` (ngày), `-2t` (tuần), `+1th` (tháng). `11/2023` là cả tháng: `han<11/2023` là trước ngày đầu,
      `han<=11/2023` là đến hết ngày cuối.
    - So sánh `<` `<=` `>` `>=` `=` dùng được với `han`, `sua`, `uutien`.

    ## Từ gọi tắt

    Từ một tiếng phải viết đủ dấu (`mở`, `chờ`); từ có gạch nối thì không dấu cũng được (`qua-han`).


    """,
    """

    ## Values

    - They follow the colon at once; what has blanks goes in quotes. Several with commas mean any of them:
      `status:new,agreed`.
    - Provinces, units, counterparts, dossiers, programmes, categories: the id (`quang-ninh`), a name, an
      abbreviation, or a part of a name that no other has. An abbreviation of many finds them all: `lead:sngv`.
    - Statuses, kinds, directions, tiers: English or Vietnamese words, accents or none (`new`, `agreed`,
      `assigned`, `inProgress`, `awaitingReply`, `reported`, `done`, `closed`, `paused`, `carriedOver`,
      `notPursued`, `merged`; `moi`, `dong-y`…).
    - `missing:` knows the five clear things `person` `work` `time` `result` `responsibility`, and `lead`
      `due` `officer`.
    - Dates: `15/3/2026`, `2026-03-15`, `11/2023`, `2023`, `tomorrow`, `end-of-quarter`; from today on:
      `+7d` days, `-2w` weeks, `+1m` months. `11/2023` is the whole month: `due<11/2023` is before its first
      day, `due<=11/2023` up to its last.
    - `<` `<=` `>` `>=` `=` compare `due`, `changed` and `priority`.

    ## Shorthands

    Vietnamese ones of one syllable need their accents (`mở`, `chờ`); those with a dash do not (`qua-han`).


    """)
}
