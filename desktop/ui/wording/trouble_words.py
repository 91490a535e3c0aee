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
    "mend.lost_short": Words(
        "有业务确认丢失，见“数据同步”", "Entries are lost for good: see Exchange"
    ),
    "mend.found": Words(
        "后台检查发现数据文件有损坏的地方。请完成手头的业务后退出程序，重新登录时按“修复数据文件”",
        "A check in the background found damage in the data file. Finish what is in hand, close "
        "the program, and press 'Repair the data file' when you sign in again",
    ),
    "sync.proxy.system": Words("系统代理", "the system's"),
    "sync.column.at": Words("时间", "Time"),
    "sync.column.sent": Words("已上传", "Sent"),
    "sync.column.received": Words("已下载", "Received"),
    "sync.column.came": Words("结果", "What came of it"),
    "sync.came.well": Words("正常", "Well"),
    "sync.came.cases": Words("其中 {count} 条有待处理事项", "{count} of them opened a case"),
    "sync.came.mended": Words(
        "与县中心逐段核对，本机有出入的部分已重新取回，现已一致；不用做什么",
        "Compared with the centre part by part; what differed here came again, and both agree now",
    ),
    "sync.came.rows": Words(
        "后台核对发现本机登记资料有 {count} 处与业务记录不符，已按业务记录改正；不用做什么",
        "{count} places in this machine's register were not what its records say; they were put "
        "right from the records. There is nothing to do",
    ),
    "sync.waiting": Words(
        "等待上传：{kinds}；最早一条 {since}", "Waiting: {kinds}; the oldest of {since}"
    ),
    "sync.waiting.between": Words("、", ", "),
    "sync.waiting.households": Words("参保登记 {count} 条", "{count} of enrolment"),
    "sync.waiting.money": Words("收费与收据 {count} 条", "{count} of money and receipts"),
    "sync.waiting.days": Words("日结 {count} 条", "{count} of closed days"),
    "sync.waiting.other": Words("其他 {count} 条", "{count} others"),
    "sync.filling": Words(
        "正在下载本站辖区的资料，已到 {percent}%。可以照常办理业务；断网或关机都不要紧，会接着取",
        "The data of this station's townships is coming: {percent}%. Go on working; a cut line or "
        "a restart does no harm, it goes on from there",
    ),
    "sync.need.mending": Words(
        "数据文件刚修复过，等着向县中心核对缺的业务；连上网络后自动进行，这之前请不要补录",
        "The data file was repaired, and the centre is yet to say what is missing; that happens "
        "by itself on the next line. Enter nothing twice before",
    ),
    "sync.need.lost": Words(
        "修复后县中心也没有全部业务，正在核对，核对完就在这里列出缺了哪些",
        "The centre does not have everything the repair missed; what is lost is listed here "
        "as soon as it is settled",
    ),
    "sync.need.forked": Words(
        "县中心发现本站有另一份副本在办理业务（同一数据文件夹在两台电脑上，或恢复了旧备份后继续录入）。"
        "两边的业务都已保存，没有丢失；请停用其中一份，并让复核员在“待处理事项”里处理",
        "Another copy of this station is at work (one folder on two computers, or an old backup "
        "that was worked on). Both sides' entries are kept. Stop using one of them, and let a "
        "supervisor decide the case",
    ),
    "sync.need.stopped": Words(
        "有一条业务县中心没有接收，后面的也在等：{why}。业务仍保存在本机，请联系系统管理员",
        "The centre did not take an entry, and those after it wait: {why}. It is kept here; "
        "call IT",
    ),
    "sync.need.clock": Words(
        "本机的日期时间比县中心{way}{off}。请在系统设置里校准，否则收据上的日期是错的；已经上传的不受影响",
        "This computer's clock is {off} {way} the centre's. Set it right, or receipts bear a "
        "wrong date; what was sent is not affected",
    ),
    "sync.need.cases": Words(
        "有 {count} 件待处理事项，请到“待处理事项”查看", "{count} cases wait in Matters to decide"
    ),
    "sync.clock.ahead": Words("快", "ahead of"),
    "sync.clock.behind": Words("慢", "behind"),
    "sync.span.days": Words(" {count} 天", "{count} days"),
    "sync.span.hours": Words(" {count} 小时", "{count} hours"),
    "sync.span.minutes": Words(" {count} 分钟", "{count} minutes"),
    "move.done": Words(
        "本站已改属 {division}（新站号 {code}）。原乡镇的资料已从本机删除，新乡镇的资料正在取",
        "The station now works for {division} (new code {code}). The old township's data has left "
        "this computer; the new one's is on its way",
    ),
}
