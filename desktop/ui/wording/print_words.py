"""What the program says of papers: their queue, their settings, files of many, a code's proof."""

from __future__ import annotations

from desktop.ui.wording import Words

PRINT_ERRORS: dict[str, Words] = {
    "PRINT_INTERRUPTED": Words(
        "打印时程序中断，不知纸是否已出：看一眼打印机，已出按“已出纸”，没出按“打印这张”",
        "The program ended while printing: look at the printer. If the paper is there, say so; "
        "if not, print it again",
    ),
    "PRINT_RUNNING": Words("这张收据正在打印", "This receipt is being printed"),
    "PRINT_OWED": Words(
        "这是第一次打印，缴款人还没有拿到收据，不能取消；确实收错的请作废收据",
        "Who paid has no paper yet, so it stays; void the receipt if it was taken by mistake",
    ),
    "PRINT_JOB_UNKNOWN": Words("打印队列里没有这一张", "No such paper in the queue"),
    "PRINTER_PAPER": Words(
        "打印机不接受 {paper} 这种纸（它要用 {width_mm} × {height_mm} 毫米）：在打印机驱动中定义"
        "这种纸张（F1 有步骤）；收据已存为 {path}",
        "The printer does not take {paper} paper (it would use {width_mm} × {height_mm} mm): "
        "define that size in its driver (F1 tells how); the receipt is kept as {path}",
    ),
    "CODE_ELSEWHERE": Words(
        "收据 {number} 由其他工作站开具，本机没有它的签名二维码，请到开具的工作站补打",
        "Receipt {number} is another station's and came without its signed code: print it there",
    ),
    "PAPERS_NONE": Words("没有符合条件的收据", "There are no such receipts"),
    "PAPERS_MANY": Words(
        "共 {count} 张，一个文件最多 {most} 张：请分村或分天",
        "{count} receipts; one file holds {most} at most: take a village or a day",
    ),
}

PRINT_SCREEN: dict[str, Words] = {
    "queue.heading": Words("打印队列 · {count} 张未出", "Print queue · {count} not out"),
    "keys.queue": Words("到打印队列", "To the print queue"),
    "keys.queue_again": Words("打印所选的一张（在打印队列里）", "Print it (in the queue)"),
    "keys.queue_out": Words("已出纸（在打印队列里）", "It came out (in the queue)"),
    "keys.queue_drop": Words("取消补打（在打印队列里）", "Give the reprint up (in the queue)"),
    "queue.number": Words("收据号", "Receipt"),
    "queue.state": Words("状态", "State"),
    "queue.waiting": Words("还没有打印", "Not printed yet"),
    "queue.printing": Words("正在打印", "Printing"),
    "queue.failed": Words("没打成 {tries} 次", "Failed, {tries}×"),
    "queue.interrupted": Words("中断，请看纸是否已出", "Cut short: is it out?"),
    "queue.copy": Words("补打 {copy}：", "Reprint {copy}: "),
    "queue.why.PRINT_INTERRUPTED": Words(
        "看打印机：纸已出按 O，没出按 R", "Look at the printer: O if it is out, R if not"
    ),
    "queue.why.PRINTER_GONE": Words("找不到打印机“{printer}”", "{printer} is not there"),
    "queue.why.PRINTER_STOPPED": Words(
        "打印机“{printer}”已暂停或脱机", "{printer} is stopped or offline"
    ),
    "queue.why.PRINTER_FAILED": Words("打印机没有打完", "The printer did not finish"),
    "queue.why.PRINTER_PAPER": Words(
        "打印机不接受 {paper} 纸，F1 有办法", "The printer does not take {paper}; F1 tells how"
    ),
    "queue.why.FOLDER_NOT_WRITABLE": Words(
        "收据文件夹不可写", "The receipts folder cannot be written"
    ),
    "queue.counted": Words("收据 {number} 已记为打印", "Receipt {number} counted as printed"),
    "queue.dropped": Words("收据 {number} 的补打已取消", "The reprint of {number} was given up"),
    "bulk.drawing": Words(
        "正在制作第 {done} 张，共 {count} 张 · Esc 取消", "{done} of {count} drawn · Esc stops"
    ),
    "bulk.stopped": Words("已取消，没有存文件，也没有计数", "Stopped: no file, nothing counted"),
    "bulk.kept": Words(
        "{count} 张收据已存为 {path}，并计为打印", "{count} receipts kept as {path}, and counted"
    ),
    "more.receipts-file": Words("批量打印收据（一个文件）…", "Many receipts in one file…"),
    "money.receipts-file": Words("批量打印收据", "Many receipts in one file"),
    "money.receipts-file.says": Words(
        "一个村（社区）或某几天的有效收据，按户排好，存成一个 PDF；文件存好后每张计一次打印",
        "A place's valid receipts of these days, by household, in one PDF; each counts as a print "
        "once the file is there",
    ),
    "money.receipts-file.act": Words("选择文件", "Choose the file"),
    "money.receipts-file.done": Words("{count} 张", "{count} receipts"),
    "money.field.which": Words("哪些收据", "Which"),
    "receipts-file.all": Words("全部（已打印的标补打）", "All (printed ones say reprint)"),
    "receipts-file.unprinted": Words("只要还没打印的", "Only those never printed"),
    "code.now.prints": Words("；已打印 {count} 次", "; printed {count} times"),
    "printing.paper.A5": Words("A5 横向", "A5 landscape"),
    "printing.paper.A4": Words("A4", "A4"),
    "printing.paper.A4-landscape": Words("A4 横向（册表）", "A4 landscape (registers)"),
    "printing.paper.241x139.7": Words("二联纸 241 × 139.7", "Two-part 241 × 139.7"),
    "printing.paper.241x93.1": Words("三联纸 241 × 93.1", "Three-part 241 × 93.1"),
    "printing.paper.preprinted-241x93.1": Words("三联套打 241 × 93.1", "Pre-printed 241 × 93.1"),
    "printing.paper.80": Words("热敏 80", "Roll 80"),
    "printing.paper.58": Words("热敏 58", "Roll 58"),
    "printing.default": Words("系统默认打印机", "The machine's default"),
    "printing.folder": Words("存为 PDF 文件", "A folder of PDF files"),
    "printing.gone": Words("{printer}（现在找不到）", "{printer} (not found now)"),
    "printing.number": Words(
        "写整数或一位小数：{least} 到 {most}", "A number from {least} to {most}"
    ),
    "printing.ruler_sent": Words(
        "校准页已送出：{where}；量好后改“右移”“下移”，再打一张核对",
        "The calibration page went to {where}; set the offsets by it, then print another",
    ),
    "printing.ruler_sending": Words("正在打印校准页…", "Printing the calibration page…"),
    "printing.printers": Words("正在查找打印机…", "Looking for printers…"),
}
