import Foundation
import TestKit
import Testing

/// The same in a real terminal that others wrote.
@Suite(.serialized, .enabled(if: Tmux.isInstalled), .timeLimit(.minutes(5))) struct TmuxTests {
  @Test func startFilterChangeQuitReopen() throws {
    let folder = try RealRegister.copy()
    let tmux = try Tmux(columns: 80, rows: 24)
    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("hoanh mo dong trung")
    #expect(try tmux.shows("QN23-09"))
    #expect(try tmux.shows("1 / 185"))
    try tmux.keys("Enter", "s", "4")
    try tmux.type("đã gọi Ủy ban Biên giới")
    try tmux.keys("C-s")
    #expect(try tmux.shows("Đã lưu QN23-09"))
    try tmux.keys("q")
    #expect(try tmux.shows("$ ended 0"))
    #expect(try !tmux.screen().contains("ĐÔN ĐỐC"))

    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("hoanh mo dong trung")
    try tmux.keys("Enter", "Enter")
    #expect(try tmux.shows("◑ Đang thực hiện từ 02/10/2023"))
    try tmux.keys("L")
    #expect(try tmux.shows("đã gọi Ủy ban Biên giới"))
    try tmux.keys("q")
    #expect(try tmux.shows("$ ended 0"))
  }

  @Test func killedRightAfterSavedItIsThere() throws {
    let folder = try RealRegister.copy()
    let tmux = try Tmux(columns: 120, rows: 36)
    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("QN23-09")
    try tmux.keys("Enter", "s", "4")
    try tmux.type("mất điện")
    try tmux.keys("C-s")
    #expect(try tmux.shows("Đã lưu QN23-09"))
    try tmux.killProgram()
    #expect(try tmux.shows("$ ended 137"))
    // Nothing can give a terminal back after a kill -9 but the person.
    try tmux.type("stty sane; reset")
    try tmux.keys("C-j")
    try tmux.type("clear; echo ready")
    try tmux.keys("Enter")
    #expect(try tmux.shows("ready"))

    try tmux.run(BuiltProgram.path, "--data", folder.path, "--today", "2023-10-02")
    #expect(try tmux.shows("147 / 185"))
    try tmux.keys("/")
    try tmux.type("QN23-09")
    #expect(try tmux.shows("◑ Đang thực hiện từ 02/10/2023"))
    try tmux.keys("Enter", "q")
    #expect(try tmux.shows("$ ended 0"))
  }
}
