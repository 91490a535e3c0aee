"""What the program says of stations in trouble: damaged files, and moves to another township."""

from __future__ import annotations

from desktop.ui.wording import Words

TROUBLE_ERRORS: dict[str, Words] = {
    "FILE_SOUND": Words(
        "数据文件完好，不需要修复", "The data file is sound; there is nothing to repair"
    ),
    "MOVE_UNSENT": Words(
        "还有 {pending} 笔业务没有上传，换乡镇之前必须先交到县中心：连上网络同步，"
        "或者用 U 盘交换一个来回，然后再试",
        "{pending} entries have not reached the centre and must before the station moves: "
        "exchange over a line, or by stick there and back; then try again",
    ),
    "MOVE_UNPLACED": Words(
        "县中心的回执还没有收全；再同步一次（用 U 盘就再走一个来回），然后再试",
        "Not every answer of the centre has come; exchange once more (by stick: there and back), "
        "then try again",
    ),
    "MOVE_OPEN_DAY": Words(
        "还有没有日结的收款（{days} 天）。请先日结并交接现金，再换乡镇",
        "There are days with money that are not closed ({days}); close them first, then move",
    ),
    "MOVE_SAME": Words(
        "本站已经属于这个乡镇，不需要更换", "The station works for this division already"
    ),
}

TROUBLE_SCREEN: dict[str, Words] = {
    "mend.repair": Words("修复数据文件", "Repair the data file"),
    "mend.working": Words(
        "正在逐页读取数据文件和备份，请不要关机……",
        "Reading the data file and its backups page by page; leave the computer on …",
    ),
    "mend.done": Words(
        "数据文件已修复：找回 {events} 条业务记录（本站 {own} 条，其中 {pending} 条等待上传）。"
        "损坏的文件留在 {kept}",
        "The data file is repaired: {events} entries were recovered, {own} of this station, "
        "{pending} of them waiting to be sent. The damaged file is kept as {kept}",
    ),
    "mend.until": Words(
        "本站最后一条找回的业务发生在 {until}；请对照纸质收据，看这以后有没有业务",
        "The last entry of this station that was recovered is of {until}; compare the paper "
        "receipts for anything after that",
    ),
    "mend.missing": Words(
        "中间还缺 {missing} 条。县中心可能有，下一次同步会先取回来",
        "{missing} entries in between are missing. The centre may have them; the next exchange "
        "brings them first",
    ),
    "mend.missing_alone": Words(
        "中间还缺 {missing} 条，本站没有注册到县中心，无处取回",
        "{missing} entries in between are missing, and there is no centre to bring them back",
    ),
    "mend.receipt": Words(
        "收据 {number}（{amount} 元）的收款记录读不出来；号码不会再用",
        "The payment of receipt {number} ({amount} yuan) cannot be read; its number will not be "
        "used again",
    ),
    "mend.whole": Words("其余记录完整，没有丢失", "Everything else is complete; nothing is lost"),
    "mend.lost": Words(
        "县中心也没有的 {events} 条业务记录已确认丢失；之后的业务已重新接好并上传",
        "{events} entries that the centre does not have either are lost for good; what followed "
        "them was linked anew and sent",
    ),
    "mend.lost_receipt": Words(
        "收据 {number}（{amount} 元）确认丢失，号码已作废；请按纸质收据重新登记并收费，或者退款",
        "Receipt {number} ({amount} yuan) is lost; its number is voided. Enter it again from the "
        "paper, or refund it",
    ),
    "mend.found": Words(
        "后台检查发现数据文件有损坏的地方。请完成手头的业务后退出程序，重新登录时按“修复数据文件”",
        "A check in the background found damage in the data file. Finish what is in hand, close "
        "the program, and press “Repair the data file” when you sign in again",
    ),
    "move.done": Words(
        "本站已改属 {division}（新站号 {code}）。原乡镇的资料已从本机删除，新乡镇的资料正在取",
        "The station now works for {division} (new code {code}). The old township's data has left "
        "this computer; the new one's is on its way",
    ),
}
