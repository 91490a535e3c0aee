"""What the page says that moves a station to another township."""

from __future__ import annotations

from desktop.ui.wording import Words

RELOCATING_ERRORS: dict[str, Words] = {
    "MOVE_DRAFT": Words(
        "有人的录入还没有保存（{who}），换乡镇后会丢失。请先保存；确实不要的，加 --leave-drafts",
        "Somebody's entries are not saved ({who}) and would be lost. Save them first; if nobody "
        "needs them, add --leave-drafts",
    ),
}

RELOCATING_SCREEN: dict[str, Words] = {
    "move.township_empty": Words("请选择要换到的乡镇", "Choose the township to move to"),
    "move.township_form": Words(
        "请填区划代码：9 位（乡镇）或 6 位（全县）",
        "Enter the division's code: 9 digits, or 6 for the whole county",
    ),
    "move.township_typed": Words(
        "本县还没有导入区划，请填 9 位区划代码", "No divisions are imported: enter the 9-digit code"
    ),
    "move.code_empty": Words(
        "请填县医保局给新乡镇的注册码", "Enter the county bureau's code for the new township"
    ),
    "move.county": Words("全县（{name}）", "The whole county ({name})"),
    "move.before.role": Words(
        "只有系统管理员或复核员可以办理，请由他们登录",
        "Only IT or a supervisor may do this; let them sign in",
    ),
    "move.before.unregistered": Words(
        "本站还没有注册到县中心，业务没有地方可交",
        "The station is not registered with a centre: there is nobody to hand its work to",
    ),
    "move.before.days": Words(
        "有收款还没有日结：{days}。请先到“日结”办理",
        "Days with money are open: {days}. Close them first",
    ),
    "move.before.days_closed": Words("收款都已日结", "Every day with money is closed"),
    "move.before.drafts": Words(
        "还没有保存的录入会丢失：{who}。要保留的请先保存",
        "Entries nobody saved will be lost: {who}. Save first what is to be kept",
    ),
    "move.before.papers": Words(
        "{count} 张收据还没有打印，换过以后要到原乡镇补打",
        "{count} receipts were never printed; afterwards only the old township can",
    ),
    "move.before.sent": Words("业务都已上传到县中心", "Everything has reached the centre"),
    "move.before.unplaced": Words(
        "{count} 条业务的回执还没有收全，开始后先取回来",
        "{count} answers of the centre are still to come; the move brings them first",
    ),
    "move.before.unsent": Words(
        "{count} 条业务等待上传（{kinds}），开始后先上传，一条不漏才往下走",
        "{count} entries wait ({kinds}); the move sends them first and goes on only when all "
        "have arrived",
    ),
    "move.act": Words("下一步 F9", "Next F9"),
    "move.act_confirm": Words("确认，换到新乡镇 F9", "Move now F9"),
    "move.back": Words("返回 Esc", "Back Esc"),
    "move.back_confirm": Words("改一改 Esc", "Change it Esc"),
    "move.back_stop": Words("停止 Esc", "Stop Esc"),
    "move.confirm": Words(
        "请核对：换到 {place}。按 F9 开始；在新站注册之前都可以停",
        "Read it over: to {place}. F9 begins; it can be stopped until the new station is "
        "registered",
    ),
    "move.sending": Words("正在上传，还有 {pending} 条……", "Sending: {pending} entries to go …"),
    "move.registering": Words(
        "都已上传，正在给新乡镇注册……", "Everything was sent; registering the new station …"
    ),
    "move.clearing": Words("正在换上新站，请不要关机……", "Changing over; leave the computer on …"),
    "move.stopped": Words(
        "已停止。本站没有改变，已上传的业务都在县中心，可以随时再办",
        "Stopped. The station is as it was; what was sent is at the centre. Go on when you like",
    ),
    "move.unavailable": Words(
        "没有办成，本站没有改变。{why}", "Not done; the station is as it was. {why}"
    ),
    "move.settled": Words(
        "已换到 {place}，新站号 {code}。原乡镇的资料已从本机删除。请重新登录，口令不变；"
        "新乡镇的资料登录后自动下载",
        "The station now works for {place}; its code is {code}. The old township's data has left "
        "this computer. Sign in again with the same password; the new data comes by itself",
    ),
    "move.settled_later": Words(
        "已换到 {place}（新站号 {code}），但原乡镇的资料还没有删完：{why}。"
        "请退出程序再打开，会自动做完",
        "The station now works for {place} (code {code}), but the old data is still here: {why}. "
        "Close the program and open it again; it finishes by itself",
    ),
    "keys.move_act": Words("换到另一个乡镇：下一步", "Move to another township: next"),
    "keys.move_back": Words("换到另一个乡镇：返回、停止", "Move to another township: back, stop"),
}
