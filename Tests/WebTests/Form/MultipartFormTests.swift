import Testing

@testable import Web

@Suite("Forms that carry files")
struct MultipartFormTests {
    private static let type = "multipart/form-data; boundary=\"xyz\""

    private func read(_ body: String, type: String = type) -> [String]? {
        let bytes = Array(body.replacing("\n", with: "\r\n").utf8)
        return (try? MultipartForm(bytes, contentType: type))?.parts.map {
            "\($0.name)=\(String(decoding: $0.value, as: UTF8.self))"
        }
    }

    @Test("Fields and files are read in their order, with whatever lines are in them")
    func parts() {
        let body = """
            --xyz
            Content-Disposition: form-data; name="kind"

            sessions
            --xyz
            content-disposition: form-data; name="file"; filename="a;b.csv"
            Content-Type: text/csv

            a,b
            --xy is no boundary

            --xyz
            Content-Disposition: form-data; name="text"


            --xyz--

            """
        #expect(read(body) == ["kind=sessions", "file=a,b\r\n--xy is no boundary\r\n", "text="])
        #expect(read("--xyz--\n") == [])
    }

    @Test(
        "What is no such form is refused",
        arguments: [
            "", "--abc--", "--xyz\nno head", "--xyz\nContent-Disposition: form-data\n\nno name\n--xyz--",
            "--xyz\nContent-Disposition: form-data; name=\"a\"\n\nno end",
        ])
    func refused(body: String) {
        #expect(read(body) == nil)
    }

    @Test("A boundary has to be told, and is not endless")
    func boundaries() {
        #expect(read("--xyz--", type: "multipart/form-data; boundary=xyz") == [])
        #expect(read("--xyz--", type: "multipart/form-data") == nil)
        #expect(read("--xyz--", type: "multipart/form-data; boundary=" + String(repeating: "x", count: 71)) == nil)
    }
}
