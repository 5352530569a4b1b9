import Foundation
import Model
import Store
import TestKit
import Testing

/// Something a person does to a register, with the register it is done to.
struct FaultScenario: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  /// Makes the register; it goes when the value goes.
  let make: @Sendable () throws -> FaultRegister

  var testDescription: String { name }

  static let small: [FaultScenario] = [
    FaultScenario(name: "a change", arguments: ["note", "QN23-02", "đã gửi công văn"]) {
      try FaultRegister(.sample)
    },
    FaultScenario(
      name: "a change of several", arguments: ["note", "QN23-02", "QN23-03", "NA23-01", "đã họp"]
    ) { try FaultRegister(.sample) },
    FaultScenario(
      name: "a creation",
      arguments: [
        "add", "Công bố cửa khẩu mới tinh:quang-ninh linhvuc:\"biên giới\" nguon:bai-000",
      ]
    ) { try FaultRegister(.sample) },
    FaultScenario(
      name: "a first record of a year",
      arguments: ["add", "Mời đoàn tinh:nghe-an phien:mới linhvuc:\"kết nghĩa\" nguon:bai-000"]
    ) { try FaultRegister(.sample) },
    FaultScenario(name: "a split", arguments: ["split", "QN23-02", "Phần một", "Phần hai"]) {
      try FaultRegister(.sample)
    },
    FaultScenario(name: "an undo", arguments: ["undo"]) {
      try FaultRegister(.sample) { store in
        try FaultRegister.note("sẽ hoàn tác", on: ["QN23-02", "NA23-01"], in: store)
        _ = try store.foldJournal()
      }
    },
    FaultScenario(
      name: "a change with a journal to be folded", arguments: ["note", "QN23-03", "thêm một"]
    ) {
      try FaultRegister(.sample) { store in
        try FaultRegister.note("còn trong nhật ký", on: ["QN23-02", "NA23-01"], in: store)
      }
    },
    FaultScenario(name: "a saved view", arguments: ["views", "add", "Biên giới", "biên giới"]) {
      try FaultRegister(.sample)
    },
    FaultScenario(
      name: "a merge of copies",
      arguments: ["merge-copies", FaultyRun.register, FaultRegister.colleagues?.path ?? ""]
    ) { try FaultRegister(.sample) },
    FaultScenario(name: "the undo of a merge of copies", arguments: ["undo"]) {
      try FaultRegister(.sample) { store in
        let other = try RegisterStore(FaultRegister.colleagues?.path ?? "")
        _ = other.load()
        let now = Moment(startOf: Day(ordinal: 19_632))
        let lan = Signature(author: "Lan", now: now)
        _ = try store.merge(other, as: lan, isTrial: false)
        _ = try store.foldJournal()
      }
    },
    FaultScenario(name: "a repair", arguments: ["check", "--repair"]) {
      let register = try FaultRegister(.sample)
      try register.replace("Kết nghĩa với Hokkaido\",", by: "Kết nghĩa với Hokkaidō\",")
      return register
    },
  ]

  static let large: [FaultScenario] = [
    FaultScenario(name: "a change among 185", arguments: ["note", "QN23-09", "đã gửi công văn"]) {
      try FaultRegister(.real)
    },
    FaultScenario(
      name: "a change all over the register",
      arguments: ["note"] + FaultRegister.codesOfManyFiles + ["rà soát cuối năm"]
    ) { try FaultRegister(.real) },
  ]
}
