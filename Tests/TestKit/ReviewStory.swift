/// What happened to the Nghệ An programme in 2023, as story S3 supposes: commands, in order.
package enum ReviewStory {
  package static let programme = "ct-bng-na-2023-2025"
  package static let today = "2023-12-29"

  private static let forced = ["--force", "--why", "theo tình huống S3"]

  private static func done(_ code: String, due: String, on: String) -> [[String]] {
    [
      ["due", code, due, "--on", "2023-03-01"],
      ["status", code, "done", "--result-kind", "met", "--on", on] + forced,
    ]
  }

  private static func going(_ codes: String...) -> [String] {
    ["status"] + codes + ["inProgress", "--note", "đang làm", "--on", "2023-05-18"]
  }

  private static func sent(_ issue: String, _ on: String) -> [String] {
    ["deliver", "NA23-37", issue, "--on", on]
  }

  package static let commands: [[String]] =
    done("NA23-15", due: "2023-06-30", on: "2023-05-18")
    + done("NA23-17", due: "2023-07-31", on: "2023-08-10")
    + done("NA23-18", due: "2023-09-15", on: "2023-09-05")
    + done("NA23-24", due: "2023-04-30", on: "2023-04-28")
    + done("NA23-25", due: "2023-06-30", on: "2023-05-18")
    + done("NA23-31", due: "2023-12-31", on: "2023-11-20")
    + done("NA23-35", due: "2023-07-31", on: "2023-08-10")
    + done("NA23-36", due: "2023-10-15", on: "2023-10-02")
    + [
      going("NA23-16", "NA23-26", "NA23-27", "NA23-28", "NA23-29", "NA23-30", "NA23-34"),
      going("NA23-37", "NA23-38", "NA23-39"),
      ["due", "NA23-26", "NA23-29", "2023-12-31"], ["due", "NA23-27", "2023-12-15"],
      ["due", "NA23-32", "2023-11-30"],
      ["status", "NA23-32", "awaitingReply", "--waiting-for", "Bộ", "--since", "2023-10-01"],
      ["due", "NA23-19", "2023-12-31"],
      ["status", "NA23-19", "carriedOver", "--year", "2024", "--on", "2023-12-20"] + forced,
      sent("04/2023", "2023-04-28"), sent("5/2023", "2023-05-31"), sent("2023-06", "2023-06-30"),
      sent("08/2023", "2023-08-31"), sent("09/2023", "2023-09-29"), sent("10/2023", "2023-11-03"),
      sent("11/2023", "2023-11-30"),
    ]
}
