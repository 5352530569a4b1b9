@main struct Dondoc { static func main() {} }
