internal import CLibXLSXWriter
internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A list as a workbook of Office Open XML, for people: headings that stay in view and filter, dates as dates, everything
/// else but numbers as text, ready to print on A4.
///
/// libxlsxwriter keeps rows in a temporary file rather than in memory ("constant memory"). It has no names, as little as
/// the workbook itself: both lie in memory, and plain text never touches the disk.
final class XLSXWriter: ListWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let text: UnsafeMutablePointer<lxw_format>
    private let date: UnsafeMutablePointer<lxw_format>
    private let number: UnsafeMutablePointer<lxw_format>
    private let file: MemoryFile
    private let layout: ListLayout
    private let columns: ListColumns
    private let reader: ListReader
    private var clock: ZoneClock
    private var row: UInt32 = 1
    /// What this session gives, by column.
    private var given: [Given] = []
    private var isEnded = false
    /// A text with the zero byte that C wants behind it.
    private var scratch: [UInt8] = []

    private enum Given {
        case nothing
        /// With the zero byte that C wants behind it.
        case text([UInt8])
        case date(Double)
    }

    init(_ layout: ListLayout, _ fields: [ExportField], title: String) throws(ExportError) {
        self.layout = layout
        columns = ListColumns(layout.columns, in: fields)
        reader = .person(layout.language)
        clock = ZoneClock(layout.timeZone)
        file = try MemoryFile()
        let folder = strdup(try MemoryFolder.path())
        defer { free(folder) }
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
        guard let workbook = workbook_new_opt(file.path, &options) else { throw .workbook(code: 1) }
        guard let sheet = workbook_add_worksheet(workbook, layout.language.sheetName),
            let text = workbook_add_format(workbook), let date = workbook_add_format(workbook),
            let number = workbook_add_format(workbook), let heading = workbook_add_format(workbook)
        else {
            lxw_workbook_free(workbook)
            throw .workbook(code: 1)
        }
        (self.workbook, self.sheet, self.text, self.date, self.number) = (workbook, sheet, text, date, number)
        format_set_num_format(text, "@")
        format_set_num_format(date, layout.language == .french ? "dd/mm/yyyy hh:mm" : "yyyy-mm-dd hh:mm")
        format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
        format_set_align(number, UInt8(LXW_ALIGN_LEFT.rawValue))
        format_set_bold(heading)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        setUp(title: title)
        for (index, column) in layout.columns.enumerated() {
            let column16 = UInt16(index)
            worksheet_set_column(sheet, column16, column16, column.width, nil)
            worksheet_write_string(sheet, 0, column16, column.heading[layout.language], heading)
        }
    }

    deinit { if !isEnded { lxw_workbook_free(workbook) } }

    private func setUp(title: String) {
        let title = String(title.prefix(100))
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4.
        worksheet_fit_to_pages(sheet, 1, 0)
        // An ampersand begins a code there.
        worksheet_set_header(sheet, "&L&B\(title.replacing("&", with: "&&"))")
        worksheet_set_footer(sheet, "&R&P / &N")
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            workbook_set_properties(workbook, &properties)
        }
    }

    func turn(to session: ExportedSession) {
        given = columns.columns.map { column in
            switch column.value(of: session) {
            case .text(let text): .text(Array(reader.text(text).utf8) + [0])
            case .instant(let instant): .date(serial(instant))
            case nil: .nothing
            }
        }
    }

    func add(_ values: BinaryRows) throws(ExportError) {
        for (index, source) in columns.sources.enumerated() {
            let column = UInt16(index)
            switch source {
            case .session:
                switch given[index] {
                case .nothing: break
                case .text(let text): try write(text, column)
                case .date(let date): try check(worksheet_write_number(sheet, row, column, date, self.date))
                }
            case .number(let field):
                guard let number = values.number(field) else { continue }
                try check(worksheet_write_number(sheet, row, column, Double(number), self.number))
            case .instant(let field):
                guard let instant = values.instant(field) else { continue }
                try check(worksheet_write_number(sheet, row, column, serial(instant), date))
            case .reference(let field):
                guard let id = values.number(field) else { continue }
                scratch.removeAll(keepingCapacity: true)
                scratch.append(contentsOf: Reference(signUp: Int64(id)).description.utf8)
                try writeScratch(column)
            case .status(let field):
                scratch.removeAll(keepingCapacity: true)
                values.withText(field) { scratch.append(contentsOf: reader.status($0).utf8) }
                try writeScratch(column)
            case .text(let field):
                scratch.removeAll(keepingCapacity: true)
                values.withText(field) { scratch.append(contentsOf: $0) }
                try writeScratch(column)
            }
        }
        row += 1
    }

    private func writeScratch(_ column: UInt16) throws(ExportError) {
        scratch.append(0)
        try write(scratch, column)
    }

    /// An empty text is no cell.
    private func write(_ text: [UInt8], _ column: UInt16) throws(ExportError) {
        guard text.count > 1 else { return }
        try check(
            text.withUnsafeBytes { bytes in
                worksheet_write_string(
                    sheet, row, column, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), self.text)
            })
    }

    /// Days since the last of 1899 on the wall's clock, as spreadsheets count.
    private func serial(_ instant: Int) -> Double {
        let wall = instant + clock.read(instant).offset
        return Double(wall) / 86_400 + 25_569
    }

    func end() throws(ExportError) {
        worksheet_autofilter(sheet, 0, 0, max(row - 1, 1), UInt16(layout.columns.count - 1))
        // Where memory is full, libxlsxwriter would go on with the half that was written.
        if let rows = sheet.pointee.optimize_tmpfile {
            guard fflush(rows) == 0, ferror(rows) == 0, MemoryFolder.room() > 2 * ftello(rows) else {
                throw .noMemoryFile(reason: "/dev/shm is full")
            }
        }
        isEnded = true
        try check(workbook_close(workbook))
    }

    func take() throws(ExportError) -> [UInt8] { isEnded ? try file.read() : [] }

    private func check(_ code: lxw_error) throws(ExportError) {
        guard code == LXW_NO_ERROR else { throw .workbook(code: Int(code.rawValue)) }
    }
}
